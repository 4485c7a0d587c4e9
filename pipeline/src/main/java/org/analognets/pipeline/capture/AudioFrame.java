package org.analognets.pipeline.capture;

import org.analognets.frontends.sound.Mfcc;

/**
 * The next {@value Mfcc#HOP_SAMPLES} samples (20 ms) of a stream.
 *
 * <p>The array is new for each frame and never written again: 1.3 kB, fifty times a second, costs
 * less than handing pooled arrays back across threads would.
 *
 * @param samples {@value Mfcc#HOP_SAMPLES} samples at 16 kHz, in [-1, 1]
 * @param soundSamples how many of them, from index 0 on, came from the source; the rest is silence
 *     added after a file's end
 * @param endSample position of the frame's end in the stream, in samples; dropped frames count, so
 *     that a position stays true to the sound
 * @param recording which opening of the source it is from, counted from 1; between two of them the
 *     sound has a break
 * @param capturedNanos {@link System#nanoTime()} when the frame was there to be used
 */
@SuppressWarnings("ArrayRecordComponent") // frames pass by, nobody compares them
public record AudioFrame(
    float[] samples, int soundSamples, long endSample, int recording, long capturedNanos) {

  /** The stream's time at the frame's end. */
  public double endSeconds() {
    return (double) endSample / Mfcc.SAMPLE_RATE_HZ;
  }

  /** This frame, captured now: what waits in a file has not been heard yet. */
  AudioFrame capturedNow() {
    return new AudioFrame(samples, soundSamples, endSample, recording, System.nanoTime());
  }
}
