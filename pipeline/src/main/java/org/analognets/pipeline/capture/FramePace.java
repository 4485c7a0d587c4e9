package org.analognets.pipeline.capture;

/**
 * When a camera is asked for its next picture, so that as many a second are taken as are wanted.
 * What it showed in between is never decoded. Not thread-safe.
 */
final class FramePace {

  private final double periodSeconds;
  private double dueSeconds;

  FramePace(double framesPerSecond) {
    periodSeconds = 1 / framesPerSecond;
  }

  /** How long it is from now until the next picture is due; 0 when it is. */
  double waitSeconds(double nowSeconds) {
    return Math.max(0, dueSeconds - nowSeconds);
  }

  /** A picture was taken: the next is due a period after this one was, but after a pause at once. */
  void taken(double nowSeconds) {
    dueSeconds = Math.max(dueSeconds + periodSeconds, nowSeconds);
  }
}
