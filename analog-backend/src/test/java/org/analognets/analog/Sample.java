package org.analognets.analog;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Draws of one random quantity, compared with what theory expects.
 *
 * <p>Tolerances are {@value #STANDARD_ERRORS} standard errors, taken from the draws themselves. By
 * the fixed seeds a test that passes once passes always.
 */
public final class Sample {
  public static final double STANDARD_ERRORS = 4;

  private final String what;
  private final double[] values;

  public Sample(String what, double[] values) {
    this.what = what;
    this.values = values;
  }

  public double mean() {
    return mean(values);
  }

  /** The mean is the expected one. */
  public void assertMean(double expected) {
    double error = deviation(values) / Math.sqrt(values.length);
    assertThat(Math.abs(mean(values) - expected))
        .as("%s: mean %s, expected %s, n %s", what, mean(values), expected, values.length)
        .isLessThanOrEqualTo(STANDARD_ERRORS * error);
  }

  /** The mean of the squares is the expected one. */
  public void assertMeanSquare(double expected) {
    double[] squares = new double[values.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = values[i] * values[i];
    }
    new Sample(what + ", squared", squares).assertMean(expected);
  }

  /** Mean and mean square are those of {@code max(X, 0)} with X ~ N(mean, deviation^2). */
  public void assertClampedNormal(double mean, double deviation) {
    double z = mean / deviation;
    double below = normalDensity(z);
    double inside = normalProbability(z);
    assertMean(mean * inside + deviation * below);
    assertMeanSquare((mean * mean + deviation * deviation) * inside + mean * deviation * below);
  }

  /** Mean and mean square are those of {@code |X|} with X ~ N(mean, deviation^2). */
  public void assertFoldedNormal(double mean, double deviation) {
    double z = mean / deviation;
    assertMean(2 * deviation * normalDensity(z) + mean * (2 * normalProbability(z) - 1));
    assertMeanSquare(mean * mean + deviation * deviation);
  }

  /** Mean and deviation are the expected ones; for what no clamp has bent. */
  public void assertNormal(double mean, double deviation) {
    assertMean(mean);
    double error = deviation / Math.sqrt(2.0 * values.length);
    assertThat(Math.abs(deviation(values) - deviation))
        .as("%s: deviation %s, expected %s", what, deviation(values), deviation)
        .isLessThanOrEqualTo(STANDARD_ERRORS * error);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  private static double normalDensity(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** P(N(0, 1) below z), by Simpson's rule from 0. */
  public static double normalProbability(double z) {
    int steps = 2000;
    double end = Math.max(-8, Math.min(8, z));
    double h = end / steps;
    double sum = normalDensity(0) + normalDensity(end);
    for (int i = 1; i < steps; i++) {
      sum += normalDensity(i * h) * (i % 2 == 0 ? 2 : 4);
    }
    return 0.5 + sum * h / 3;
  }
}
