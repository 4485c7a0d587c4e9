package org.analognets.pipeline.capture;

/**
 * Picks from a camera's pictures as many a second as are wanted, each as fresh as can be: when one
 * is due, the next that comes is taken. Not thread-safe.
 */
final class DuePictures {

  /** A camera that is as fast as wanted, but not quite regular, must not lose every other picture. */
  private static final double EARLY_FRACTION = 0.1;

  private final double periodSeconds;
  private double dueSeconds;

  DuePictures(double framesPerSecond) {
    periodSeconds = 1 / framesPerSecond;
  }

  /** Whether the picture that came at this time is taken; after a pause nothing is caught up. */
  boolean take(double seconds) {
    if (seconds < dueSeconds - EARLY_FRACTION * periodSeconds) {
      return false;
    }
    double onTime = dueSeconds + periodSeconds;
    dueSeconds = onTime > seconds ? onTime : seconds + periodSeconds;
    return true;
  }
}
