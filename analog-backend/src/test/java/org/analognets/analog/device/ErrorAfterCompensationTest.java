package org.analognets.analog.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What is left of a million weights after ageing and one compensating factor, beside an independent
 * Monte Carlo. Here {@code alpha = sum |w| at 25 s / sum |w| now}, which is drift compensation with
 * one-hot calibration inputs.
 *
 * <p>Tolerances: the errors of both samples (n = 10^6 each: a deviation is known to 0.07 %, alpha
 * to about 0.05 %) at 4 standard errors, and half a unit of the table's last place.
 */
class ErrorAfterCompensationTest {
  private static final int SIDE = 1000;
  private static final double STANDARD_ERROR_OF_DEVIATION = 1 / Math.sqrt(2.0 * SIDE * SIDE);
  private static final float[] TARGETS = new float[SIDE * SIDE];
  private static ProgrammedPairs pairs;
  private static double sumAtProgramming;

  @BeforeAll
  static void program() {
    RandomGenerator random = Randoms.derive(1, "clipped normal weights");
    for (int i = 0; i < TARGETS.length; i++) {
      TARGETS[i] = (float) (Math.max(-2, Math.min(2, random.nextGaussian())) / 2);
    }
    WeightMatrix weights = new WeightMatrix(SIDE, SIDE, TARGETS);
    pairs = ProgrammedPairs.program(new PcmModel(), weights, 1f, random);
    sumAtProgramming = sumOfMagnitudes(read(25));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/devices/pcm-error-after-compensation.csv", numLinesToSkip = 1)
  void errorsAreThoseOfTheIndependentMonteCarlo(
      double ageSeconds, double alpha, double error, double errorWithoutReadNoise) {
    float[] read = read(ageSeconds);
    double ownAlpha = sumAtProgramming / sumOfMagnitudes(read);
    assertThat(ownAlpha).isCloseTo(alpha, within(4 * Math.sqrt(2) * 0.0005 * alpha + 0.0005));
    assertThat(error(read, ownAlpha)).isCloseTo(error, tolerance(error));
    float[] mean = new float[read.length];
    pairs.age(ageSeconds).readMean(mean);
    assertThat(error(mean, ownAlpha))
        .isCloseTo(errorWithoutReadNoise, tolerance(errorWithoutReadNoise));
  }

  private static org.assertj.core.data.Offset<Double> tolerance(double deviation) {
    return within(4 * Math.sqrt(2) * STANDARD_ERROR_OF_DEVIATION * deviation + 0.00005);
  }

  private static float[] read(double ageSeconds) {
    AgedPairs aged = pairs.age(ageSeconds);
    float[] weights = new float[aged.length()];
    NoiseLanes noise = NoiseLanes.from(Randoms.derive(2, "read", (long) ageSeconds));
    aged.read(Kernels.best(), noise, weights, new float[aged.length()]);
    return weights;
  }

  private static double sumOfMagnitudes(float[] padded) {
    double sum = 0;
    for (float weight : padded) {
      sum += Math.abs(weight);
    }
    return sum;
  }

  private static double error(float[] padded, double alpha) {
    int stride = Kernels.padded(SIDE);
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double error = alpha * padded[row * stride + column] - TARGETS[row * SIDE + column];
        sum += error;
        squares += error * error;
      }
    }
    double mean = sum / TARGETS.length;
    return Math.sqrt(squares / TARGETS.length - mean * mean);
  }
}
