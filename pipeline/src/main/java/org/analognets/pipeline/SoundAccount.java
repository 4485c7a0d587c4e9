package org.analognets.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.metrics.EnergyMeters;
import org.analognets.metrics.PipelineMeters;
import org.analognets.pipeline.capture.AudioFrame;

/** The books of a stream of sound. */
final class SoundAccount extends StreamAccount<StreamSummary> {

  private final PipelineMeters meters;
  private final AtomicLong soundSamples = new AtomicLong();

  SoundAccount(
      String model, EnergyMeters energyMeters, PipelineMeters meters, WakeListener listener) {
    super(model, energyMeters, meters, listener);
    this.meters = meters;
  }

  void heard(AudioFrame frame) {
    soundSamples.addAndGet(frame.soundSamples());
    meters.audio((double) frame.soundSamples() / Mfcc.SAMPLE_RATE_HZ);
  }

  @Override
  StreamSummary summary() {
    return new StreamSummary(
        model(),
        inferences(),
        wakeEvents(),
        energyJoules(),
        droppedFrames(),
        (double) soundSamples.get() / Mfcc.SAMPLE_RATE_HZ);
  }
}
