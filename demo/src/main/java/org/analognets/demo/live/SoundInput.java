package org.analognets.demo.live;

import akka.actor.ActorSystem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.WakeListener;
import org.analognets.pipeline.WakePipeline;
import org.analognets.pipeline.decision.Threshold;

/** Hearing: microphones and recordings, the keyword pipeline, and the sound's outline for onlookers. */
public final class SoundInput implements Input {

  /** A recording is read only little ahead, so that its outline is shown when it is decided on. */
  private static final int RECORDING_BUFFER_FRAMES = 5;

  private final ActorSystem system;
  private final Meters meters;
  private final LiveChip chip;
  private final PipelineSettings settings;
  private final Threshold threshold;
  private final AtomicReference<SoundTap> tap = new AtomicReference<>();

  /** Hearing with a chip and a threshold that may change meanwhile. */
  public SoundInput(
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
    SoundTap tapped = new SoundTap(source);
    tap.set(tapped);
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
  public String fallbackId() {
    return SoundSource.BUNDLED;
  }

  /**
   * Takes the outline of the sound that came since the last call: lowest and highest sample of each
   * 10 ms by turns, in -127..127.
   */
  public int[] takeOutline() {
    SoundTap current = tap.get();
    return current == null ? new int[0] : current.take();
  }
}
