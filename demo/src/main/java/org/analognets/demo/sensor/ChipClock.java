package org.analognets.demo.sensor;

import java.util.function.DoubleUnaryOperator;

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

  /** From the time of the stream to the age, for those clocks that go by it. */
  private final DoubleUnaryOperator trueAgeSeconds;

  private double ageSeconds;

  private ChipClock(DoubleUnaryOperator trueAgeSeconds) {
    this.trueAgeSeconds = trueAgeSeconds;
  }

  /** A chip that ages by the wall clock from now on. */
  public static ChipClock wall(double startSeconds) {
    long startNanos = System.nanoTime();
    return new ChipClock(ignored -> startSeconds + (System.nanoTime() - startNanos) * 1e-9);
  }

  /**
   * A chip that ages by the time of its stream, so that the same recording gives the same ages.
   *
   * @param windowSeconds stream time at the first inference
   * @param hopSeconds stream time from one inference to the next
   */
  public static ChipClock stream(double startSeconds, double windowSeconds, double hopSeconds) {
    return new ChipClock(
        new DoubleUnaryOperator() {
          private long inferences;

          @Override
          public double applyAsDouble(double ignored) {
            return startSeconds + windowSeconds + hopSeconds * inferences++;
          }
        });
  }

  /**
   * A chip that ages by the time of its stream, also while it makes no inferences.
   *
   * @param startSeconds age at the stream's beginning
   */
  public static ChipClock byStreamTime(double startSeconds) {
    return new ChipClock(streamSeconds -> startSeconds + streamSeconds);
  }

  /** Seconds since programming, for the next inference of a clock that goes by no stream's time. */
  public double next() {
    return next(0);
  }

  /** Seconds since programming, for an inference at a time of the stream. */
  public double next(double streamSeconds) {
    double now = trueAgeSeconds.applyAsDouble(streamSeconds);
    if (now >= ageSeconds * STEP) {
      ageSeconds = now;
    }
    return ageSeconds;
  }
}
