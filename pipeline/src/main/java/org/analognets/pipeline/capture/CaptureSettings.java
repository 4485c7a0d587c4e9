package org.analognets.pipeline.capture;

import org.analognets.frontends.sound.Mfcc;

/**
 * How sound or pictures are captured.
 *
 * @param bufferFrames frames (20 ms of sound, or a picture, each) between the capture thread and the
 *     stream, at least 1
 * @param minBackoffSeconds wait before a lost live source is opened again for the first time
 * @param maxBackoffSeconds longest wait; it doubles from time to time
 * @param paced whether a file comes in real time instead of as fast as it is used; a live source
 *     has its own pace
 * @param tailFrames frames of silence after a file's end, so that its last word slides through the
 *     window like any other; pictures are followed by none
 */
public record CaptureSettings(
    int bufferFrames,
    double minBackoffSeconds,
    double maxBackoffSeconds,
    boolean paced,
    int tailFrames) {

  private static final int FRAMES_PER_SECOND = Mfcc.SAMPLE_RATE_HZ / Mfcc.HOP_SAMPLES;

  /**
   * Checks each setting.
   *
   * @throws IllegalArgumentException naming the setting and what it must be
   */
  public CaptureSettings {
    require(bufferFrames >= 1, "buffer must hold at least 1 frame: " + bufferFrames);
    require(
        minBackoffSeconds > 0 && Double.isFinite(minBackoffSeconds),
        "shortest backoff must be longer than 0 s: " + minBackoffSeconds);
    require(
        maxBackoffSeconds >= minBackoffSeconds && Double.isFinite(maxBackoffSeconds),
        "longest backoff can't be shorter than the shortest: " + maxBackoffSeconds);
    require(tailFrames >= 0, "silence after the end can't be negative: " + tailFrames);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * For sound: a buffer of one second, backoff from half a second to half a minute, files unpaced and followed
   * by one second, which is as long as a window.
   */
  public static CaptureSettings defaults() {
    return new CaptureSettings(FRAMES_PER_SECOND, 0.5, 30, false, FRAMES_PER_SECOND);
  }

  /** A buffer of one picture, so that the freshest is what comes next; the rest as for sound. */
  public static CaptureSettings pictures() {
    return defaults().withBufferFrames(1).withTailFrames(0);
  }

  /** These settings with another buffer. */
  public CaptureSettings withBufferFrames(int frames) {
    return new CaptureSettings(frames, minBackoffSeconds, maxBackoffSeconds, paced, tailFrames);
  }

  /** These settings with another backoff. */
  public CaptureSettings withBackoffSeconds(double shortest, double longest) {
    return new CaptureSettings(bufferFrames, shortest, longest, paced, tailFrames);
  }

  /** These settings with files in real time, or not. */
  public CaptureSettings withPaced(boolean realTime) {
    return new CaptureSettings(
        bufferFrames, minBackoffSeconds, maxBackoffSeconds, realTime, tailFrames);
  }

  /** These settings with another silence after a file's end. */
  public CaptureSettings withTailFrames(int frames) {
    return new CaptureSettings(bufferFrames, minBackoffSeconds, maxBackoffSeconds, paced, frames);
  }
}
