package org.analognets.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.metrics.Meters;
import org.analognets.metrics.PipelineMeters;
import org.analognets.pipeline.capture.AudioFrame;

/** The books of a stream of sound. */
final class SoundAccount extends StreamAccount<StreamSummary> {

  private final PipelineMeters soundMeters;
  private final AtomicLong soundSamples = new AtomicLong();

  SoundAccount(
      Recognizer recognizer, Meters meters, PipelineMeters soundMeters, WakeListener listener) {
    super(recognizer, meters, soundMeters, listener);
    this.soundMeters = soundMeters;
  }

  void heard(AudioFrame frame) {
    sourceGave();
    soundSamples.addAndGet(frame.soundSamples());
    soundMeters.audio((double) frame.soundSamples() / Mfcc.SAMPLE_RATE_HZ);
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
