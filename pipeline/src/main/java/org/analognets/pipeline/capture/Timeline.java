package org.analognets.pipeline.capture;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.analognets.frontends.sound.Mfcc;

/**
 * Where a stream is, over all openings of its source. One capture thread at a time writes it; the
 * next one goes on where the last one stopped.
 */
final class Timeline {

  private final AtomicLong endSample = new AtomicLong();
  private final AtomicInteger recordings = new AtomicInteger();

  /** Notes that the source was opened. */
  void opened() {
    recordings.incrementAndGet();
  }

  /** Whether the source was ever opened. */
  boolean wasOpened() {
    return recordings.get() > 0;
  }

  /** Makes the next frame, captured now. */
  AudioFrame next(float[] samples, int soundSamples) {
    return new AudioFrame(
        samples,
        soundSamples,
        endSample.addAndGet(Mfcc.HOP_SAMPLES),
        recordings.get(),
        System.nanoTime());
  }
}
