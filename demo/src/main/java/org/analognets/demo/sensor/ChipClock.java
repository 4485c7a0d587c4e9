package org.analognets.demo.sensor;

import java.util.function.DoubleSupplier;

/**
 * The age of a chip that goes on ageing while it works.
 *
 * <p>Drift goes with the logarithm of time, so a chip need not be aged anew at every inference: {@link
 * #next()} stays at an age until the true one is {@value #STEP} times as high. Drift compensation is
 * read anew at the same moments. Such a step changes a conductance by 0.1 % at most (drift exponent
 * 0.1), far less than one read's noise. Not thread-safe.
 */
public final class ChipClock {
  /** How much older a chip gets before it is aged anew. */
  public static final double STEP = 1.01;

  private final DoubleSupplier trueAgeSeconds;
  private double ageSeconds;

  private ChipClock(DoubleSupplier trueAgeSeconds) {
    this.trueAgeSeconds = trueAgeSeconds;
  }

  /** A chip that ages by the wall clock from now on. */
  public static ChipClock wall(double startSeconds) {
    long startNanos = System.nanoTime();
    return new ChipClock(() -> startSeconds + (System.nanoTime() - startNanos) * 1e-9);
  }

  /**
   * A chip that ages by the time of its stream, so that the same recording gives the same ages.
   *
   * @param windowSeconds stream time at the first inference
   * @param hopSeconds stream time from one inference to the next
   */
  public static ChipClock stream(double startSeconds, double windowSeconds, double hopSeconds) {
    return new ChipClock(
        new DoubleSupplier() {
          private long inferences;

          @Override
          public double getAsDouble() {
            return startSeconds + windowSeconds + hopSeconds * inferences++;
          }
        });
  }

  /** Seconds since programming, for the next inference. */
  public double next() {
    double now = trueAgeSeconds.getAsDouble();
    if (now >= ageSeconds * STEP) {
      ageSeconds = now;
    }
    return ageSeconds;
  }
}
