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
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.PictureException;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.capture.PictureFrame;
import org.analognets.pipeline.capture.PictureSources;
import org.analognets.pipeline.decision.PresenceDecision;
import org.analognets.pipeline.decision.Threshold;

/**
 * Everything from a source of pictures to events of persons who come and leave, ready to run. It may
 * be run several times, also at the same time; each run opens the source anew and keeps its own
 * books.
 */
public final class WatchPipeline implements SensorPipeline {

  private final FrameSource source;
  private final Recognizer recognizer;
  private final Meters meters;
  private final WatchSettings settings;
  private final Flow<ScoredWindow, Decided, NotUsed> decisions;

  /**
   * A pipeline that is not running yet.
   *
   * @param source where pictures come from
   * @param recognizer the chip; it must take a picture's values and know the label {@value
   *     PresenceDecision#PERSON}
   * @param meters what is counted
   * @throws IllegalArgumentException if the recognizer takes other features or knows no persons
   */
  public WatchPipeline(
      FrameSource source, Recognizer recognizer, Meters meters, WatchSettings settings) {
    this(source, recognizer, meters, settings, new Threshold(settings.decision().threshold()));
  }

  /**
   * A pipeline that is not running yet, as {@link #WatchPipeline(FrameSource, Recognizer, Meters,
   * WatchSettings)}.
   *
   * @param threshold counts instead of that of the settings, and may change during a run
   */
  public WatchPipeline(
      FrameSource source,
      Recognizer recognizer,
      Meters meters,
      WatchSettings settings,
      Threshold threshold) {
    if (recognizer.inputSize() != PictureFeatures.TENSOR_SIZE) {
      throw new IllegalArgumentException(
          "model '%s' takes %d features, but a picture has %d"
              .formatted(recognizer.model(), recognizer.inputSize(), PictureFeatures.TENSOR_SIZE));
    }
    this.source = source;
    this.recognizer = recognizer;
    this.meters = meters;
    this.settings = settings;
    decisions =
        Decisions.flow(
            recognizer.model(),
            () -> new PresenceDecision(settings.decision(), threshold, recognizer.labels()));
  }

  /**
   * Starts a run.
   *
   * <p>It completes when the files end, after the first event if the settings say {@code once}, or
   * when it is stopped. It fails with a {@link PictureException} when files can't be read or a
   * camera can't be opened in the first place; a camera that is lost later is opened again, and a
   * broken picture is left out.
   */
  @Override
  public Watching run(ClassicActorSystemProvider system, WakeListener listener) {
    PictureAccount account =
        new PictureAccount(
            recognizer,
            meters,
            meters.pictures(
                recognizer.model(), List.of(PresenceDecision.PERSON, PresenceDecision.NO_PERSON)),
            listener);
    RunnableGraph<Watching> stream =
        PictureSources.frames(source, settings.framesPerSecond(), settings.capture(), account)
            .viaMat(KillSwitches.single(), Keep.right())
            .map(Events.noting(account::saw))
            .via(features(account))
            .via(Events.flow(recognizer, decisions, account, settings.once()))
            .toMat(Sink.ignore(), (stop, done) -> new Watching(stop, done, account));
    return stream.addAttributes(ActorAttributes.dispatcher(Inferences.DISPATCHER)).run(system);
  }

  private Flow<PictureFrame, FeatureWindow, NotUsed> features(PictureAccount account) {
    return settings
        .motionGate()
        .map(gate -> PictureFeatures.gated(() -> settings.gate(gate), account::gated))
        .orElseGet(PictureFeatures::flow);
  }
}
