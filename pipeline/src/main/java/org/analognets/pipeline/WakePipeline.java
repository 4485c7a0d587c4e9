package org.analognets.pipeline;

import akka.NotUsed;
import akka.actor.ClassicActorSystemProvider;
import akka.stream.ActorAttributes;
import akka.stream.KillSwitches;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.RunnableGraph;
import akka.stream.javadsl.Sink;
import java.util.List;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.capture.AudioSources;
import org.analognets.pipeline.decision.Threshold;
import org.analognets.pipeline.decision.WakeDecision;

/**
 * Everything from a source of sound to wake events, ready to run. It may be run several times, also
 * at the same time; each run opens the source anew and keeps its own books.
 *
 * <pre>{@code
 * WakePipeline pipeline =
 *     new WakePipeline(microphone, recognizer, meters, PipelineSettings.defaults());
 * Running running = pipeline.run(system, event -> System.out.println(event.label()));
 * ...
 * running.stop();
 * StreamSummary summary = running.completion().toCompletableFuture().join();
 * }</pre>
 */
public final class WakePipeline implements SensorPipeline {

  private final AudioSource source;
  private final Recognizer recognizer;
  private final Meters meters;
  private final PipelineSettings settings;
  private final Flow<ScoredWindow, Decided, NotUsed> decisions;

  /**
   * A pipeline that is not running yet.
   *
   * @param source where sound comes from
   * @param recognizer the chip; it must take {@value Features#WINDOW_SIZE} features
   * @param meters what is counted
   * @throws IllegalArgumentException if the recognizer takes other features, or if the settings
   *     don't go together
   */
  public WakePipeline(
      AudioSource source, Recognizer recognizer, Meters meters, PipelineSettings settings) {
    this(source, recognizer, meters, settings, new Threshold(settings.decision().threshold()));
  }

  /**
   * A pipeline that is not running yet, as {@link #WakePipeline(AudioSource, Recognizer, Meters,
   * PipelineSettings)}.
   *
   * @param threshold counts instead of that of the settings, and may change during a run
   */
  public WakePipeline(
      AudioSource source,
      Recognizer recognizer,
      Meters meters,
      PipelineSettings settings,
      Threshold threshold) {
    if (recognizer.inputSize() != Features.WINDOW_SIZE) {
      throw new IllegalArgumentException(
          "model '%s' takes %d features, but a window of sound has %d"
              .formatted(recognizer.model(), recognizer.inputSize(), Features.WINDOW_SIZE));
    }
    this.source = source;
    this.recognizer = recognizer;
    this.meters = meters;
    this.settings = settings;
    decisions =
        Decisions.flow(
            recognizer.model(),
            () ->
                new WakeDecision(
                    settings.decision(), threshold, recognizer.labels(), settings.hopSeconds()));
  }

  /**
   * Starts a run.
   *
   * <p>It completes when a file ends, after the first event if the settings say {@code once}, or
   * when it is stopped. It fails with an {@link AudioException} when a file is damaged or a live
   * source can't be opened in the first place; a live source that is lost later is opened again.
   */
  @Override
  public Running run(ClassicActorSystemProvider system, WakeListener listener) {
    SoundAccount account =
        new SoundAccount(
            recognizer, meters, meters.pipeline(recognizer.model(), wakeLabels()), listener);
    RunnableGraph<Running> stream =
        AudioSources.frames(source, settings.capture(), account)
            .viaMat(KillSwitches.single(), Keep.right())
            .map(Events.noting(account::heard))
            .via(Features.flow(settings.hopFrames()))
            .via(Events.flow(recognizer, decisions, account, settings.once()))
            .toMat(Sink.ignore(), (stop, done) -> new Running(stop, done, account));
    return stream.addAttributes(ActorAttributes.dispatcher(Inferences.DISPATCHER)).run(system);
  }

  /** The labels that can fire. */
  private List<String> wakeLabels() {
    return recognizer.labels().stream()
        .filter(label -> !settings.decision().mutedLabels().contains(label))
        .toList();
  }
}
