package org.analognets.pipeline;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.analognets.analog.chip.Inference;
import org.analognets.pipeline.decision.Decision;
import org.analognets.pipeline.decision.DecisionSettings;
import org.analognets.pipeline.decision.Detection;
import org.analognets.pipeline.decision.WakeDecision;

/** From posteriors to events: carries a {@link Decision} along the stream. */
public final class Decisions {

  private Decisions() {}

  /**
   * A decision on words at each window.
   *
   * @param model the network's name, for the events
   * @param labels the network's labels, in the order of its posteriors
   * @param hopSeconds time between two windows
   * @throws IllegalArgumentException if nothing could ever fire with these settings
   */
  public static Flow<ScoredWindow, Decided, NotUsed> flow(
      String model, List<String> labels, DecisionSettings settings, double hopSeconds) {
    return flow(model, () -> new WakeDecision(settings, labels, hopSeconds));
  }

  /**
   * A decision on each window.
   *
   * @param model the network's name, for the events
   * @param decision makes the decision of one materialisation; what it throws is thrown here too
   */
  public static Flow<ScoredWindow, Decided, NotUsed> flow(
      String model, Supplier<? extends Decision> decision) {
    Objects.requireNonNull(decision.get()); // bad settings fail here, not in the stream
    return Flow.of(ScoredWindow.class)
        .statefulMapConcat(() -> new Decider(model, decision.get())::decide);
  }

  /** The state of one materialisation. */
  private static final class Decider {

    private final String model;
    private final Decision decision;
    private int recording;

    Decider(String model, Decision decision) {
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
