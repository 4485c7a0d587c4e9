package org.analognets.demo.live;

import akka.actor.ActorSystem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.WakeListener;
import org.analognets.pipeline.WakePipeline;
import org.analognets.pipeline.decision.PosteriorSmoother;
import org.analognets.pipeline.decision.Threshold;

/** Hearing: microphones and recordings, the keyword pipeline, and the sound's outline for onlookers. */
public final class LiveSound implements LiveInput {

  /** A recording is read only little ahead, so that its outline is shown when it is decided on. */
  private static final int RECORDING_BUFFER_FRAMES = 5;

  private final ActorSystem system;
  private final Meters meters;
  private final LiveChip chip;
  private final PipelineSettings settings;
  private final Threshold threshold;
  private volatile Optional<SoundTap> tap = Optional.empty();

  /** Hearing with a chip and a threshold that may change meanwhile. */
  public LiveSound(
      ActorSystem system,
      Meters meters,
      LiveChip chip,
      PipelineSettings settings,
      Threshold threshold) {
    this.system = system;
    this.meters = meters;
    this.chip = chip;
    this.settings = settings;
    this.threshold = threshold;
  }

  @Override
  public Started start(String sourceId, WakeListener listener) throws IOException {
    AudioSource source = SoundSource.of(sourceId);
    SoundTap tapped = new SoundTap(source.live() ? source : new LoopedRecording(source));
    tap = Optional.of(tapped);
    PipelineSettings paced =
        source.live()
            ? settings
            : settings.withCapture(
                settings.capture().withPaced(true).withBufferFrames(RECORDING_BUFFER_FRAMES));
    WakePipeline pipeline = new WakePipeline(tapped, chip, meters, paced, threshold);
    return new Started(pipeline.run(system, listener), source.name());
  }

  @Override
  public List<SourceChoice> choices() {
    return SoundSource.choices();
  }

  @Override
  public String standardId() {
    return SoundSource.MICROPHONE;
  }

  @Override
  public String fallbackId() {
    return SoundSource.BUNDLED;
  }

  @Override
  public double hopSeconds() {
    return settings.hopSeconds();
  }

  /** Means, as the decision takes them. */
  @Override
  public UnaryOperator<float[]> scores(int labels) {
    PosteriorSmoother smoother =
        new PosteriorSmoother(labels, settings.decision().smoothingCount(hopSeconds()));
    return posteriors -> {
      smoother.add(posteriors);
      float[] scores = new float[labels];
      for (int label = 0; label < labels; label++) {
        scores[label] = (float) smoother.score(label);
      }
      return scores;
    };
  }

  /**
   * Takes the outline of the sound that came since the last call: lowest and highest sample of each
   * 10 ms by turns, in -127..127.
   */
  public int[] takeOutline() {
    return tap.map(SoundTap::take).orElse(new int[0]);
  }
}
