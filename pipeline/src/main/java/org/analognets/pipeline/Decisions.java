package org.analognets.pipeline;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import java.util.List;
import org.analognets.analog.chip.Inference;
import org.analognets.pipeline.decision.DecisionSettings;
import org.analognets.pipeline.decision.Detection;
import org.analognets.pipeline.decision.Threshold;
import org.analognets.pipeline.decision.WakeDecision;

/** From posteriors to wake events: carries a {@link WakeDecision} along the stream. */
public final class Decisions {

  private Decisions() {}

  /**
   * A decision on each window.
   *
   * @param model the network's name, for the events
   * @param labels the network's labels, in the order of its posteriors
   * @param threshold counts instead of that of the settings, and may change while the stream runs
   * @param hopSeconds time between two windows
   * @throws IllegalArgumentException if nothing could ever fire with these settings
   */
  public static Flow<ScoredWindow, Decided, NotUsed> flow(
      String model,
      List<String> labels,
      DecisionSettings settings,
      Threshold threshold,
      double hopSeconds) {
    new WakeDecision(settings, labels, hopSeconds); // bad settings fail here, not in the stream
    return Flow.of(ScoredWindow.class)
        .statefulMapConcat(
            () ->
                new Decider(model, new WakeDecision(settings, threshold, labels, hopSeconds))
                    ::decide);
  }

  /** The state of one materialisation. */
  private static final class Decider {

    private final String model;
    private final WakeDecision decision;
    private int recording;

    Decider(String model, WakeDecision decision) {
      this.model = model;
      this.decision = decision;
    }

    Iterable<Decided> decide(ScoredWindow scored) {
      FeatureWindow window = scored.window();
      if (window.recording() != recording) {
        recording = window.recording();
        decision.reset();
      }
      Inference inference = scored.inference();
      return List.of(
          new Decided(
              scored,
              decision
                  .decide(inference.posteriors(), window.streamSeconds())
                  .map(detection -> event(detection, inference))));
    }

    private WakeEvent event(Detection detection, Inference inference) {
      return new WakeEvent(
          model,
          detection.label(),
          detection.score(),
          detection.streamSeconds(),
          inference.ageSeconds(),
          inference.energy().totalJoules(),
          inference.energy().latencySeconds());
    }
  }
}
