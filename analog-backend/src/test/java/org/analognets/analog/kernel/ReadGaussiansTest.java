package org.analognets.analog.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.analognets.analog.Sample;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Gaussians that a read adds: n = 1.6 million of each of the two that a step makes. */
class ReadGaussiansTest {
  private static final int N = 1_600_000;

  /** Above every Gaussian (5.77), so that no conductance is clamped. */
  private static final float HIGH = 6;

  private static final double[] FIRST = new double[N];
  private static final double[] SECOND = new double[N];

  @BeforeAll
  static void read() {
    float[] high = filled(HIGH);
    float[] one = filled(1);
    float[] zero = filled(0);
    float[] weights = new float[N];
    Kernels.best().read(high, one, zero, zero, weights, N, noise(1));
    for (int i = 0; i < N; i++) {
      FIRST[i] = weights[i] - HIGH;
    }
    Kernels.best().read(zero, zero, high, one, weights, N, noise(1));
    for (int i = 0; i < N; i++) {
      SECOND[i] = -weights[i] - HIGH;
    }
  }

  private static float[] filled(float value) {
    float[] values = new float[N];
    Arrays.fill(values, value);
    return values;
  }

  private static NoiseLanes noise(long seed) {
    return NoiseLanes.from(Randoms.derive(seed, "gaussians"));
  }

  @Test
  void momentsAreThoseOfTheNormalDistribution() {
    for (double[] draws : new double[][] {FIRST, SECOND}) {
      new Sample("N", draws).assertNormal(0, 1);
      new Sample("N^3", power(draws, 3)).assertMean(0);
      new Sample("N^4", power(draws, 4)).assertMean(3);
      new Sample("N^6", power(draws, 6)).assertMean(15);
    }
  }

  @Test
  void everyPartOfTheDistributionHasItsShare() {
    for (double[] draws : new double[][] {FIRST, SECOND}) {
      for (double z = -4.5; z <= 4.5; z += 0.25) {
        double[] below = new double[N];
        for (int i = 0; i < N; i++) {
          below[i] = draws[i] < z ? 1 : 0;
        }
        new Sample("share below " + z, below).assertMean(Sample.normalProbability(z));
      }
    }
  }

  @Test
  void theTwoOfAStepAreIndependent() {
    new Sample("N1 N2", product(FIRST, SECOND, 1, 0)).assertMean(0);
    new Sample("N1^2 N2^2", product(FIRST, SECOND, 2, 0)).assertMean(1);
    new Sample("N1^3 N2", product(power(FIRST, 2), product(FIRST, SECOND, 1, 0), 1, 0))
        .assertMean(0);
  }

  @Test
  void neighboursInALaneAndAcrossLanesAreIndependent() {
    for (int distance : new int[] {1, 2, Kernels.LANES, 2 * Kernels.LANES}) {
      new Sample("N N at " + distance, product(FIRST, FIRST, 1, distance)).assertMean(0);
      new Sample("N1 N2 at " + distance, product(FIRST, SECOND, 1, distance)).assertMean(0);
      new Sample("N^2 N^2 at " + distance, product(FIRST, FIRST, 2, distance)).assertMean(1);
    }
  }

  private static double[] power(double[] x, int exponent) {
    return Arrays.stream(x).map(value -> Math.pow(value, exponent)).toArray();
  }

  private static double[] product(double[] x, double[] y, int exponent, int distance) {
    double[] products = new double[N - distance];
    for (int i = 0; i < products.length; i++) {
      products[i] = Math.pow(x[i] * y[i + distance], exponent);
    }
    return products;
  }

  /** Written anew from Blackman and Vigna's recurrence, and Box and Muller's formula. */
  @Test
  void everyGaussianIsTheOneThatBoxAndMullerMakeOfTheSameUniforms() {
    int[] state = noise(1).state.clone();
    for (int i = 0; i < 200_000; i++) {
      int lane = i % Kernels.LANES;
      double u = ((next(state, lane) >>> 8) + 1) / 16777216.0;
      int angle = next(state, lane);
      double eighth = Math.PI / 2 * ((angle & 0xffffff) / 16777216.0 - 0.5);
      double radius = Math.sqrt(-2 * Math.log(u));
      double cosine = radius * Math.cos(eighth) * (angle < 0 ? -1 : 1);
      double sine = radius * Math.sin(eighth);
      boolean swapped = (angle & 0x40000000) != 0;
      assertClose(FIRST[i], swapped ? sine : cosine);
      assertClose(SECOND[i], swapped ? cosine : sine);
    }
  }

  private static void assertClose(double actual, double expected) {
    if (Math.abs(actual - expected) > 4e-6) {
      assertThat(actual).isCloseTo(expected, within(4e-6));
    }
  }

  private static int next(int[] s, int lane) {
    int lanes = Kernels.LANES;
    int sum = s[lane] + s[3 * lanes + lane];
    final int result = Integer.rotateLeft(sum, 7) + s[lane];
    int shifted = s[lanes + lane] << 9;
    s[2 * lanes + lane] ^= s[lane];
    s[3 * lanes + lane] ^= s[lanes + lane];
    s[lanes + lane] ^= s[2 * lanes + lane];
    s[lane] ^= s[3 * lanes + lane];
    s[2 * lanes + lane] ^= shifted;
    s[3 * lanes + lane] = Integer.rotateLeft(s[3 * lanes + lane], 11);
    return result;
  }

  @Test
  void reseedingStartsTheSameDrawsAgain() {
    NoiseLanes noise = noise(2);
    int[] fresh = noise.state.clone();
    Kernels.best().read(filled(1), filled(1), filled(1), filled(1), new float[N], 16 * 100, noise);
    assertThat(noise.state).isNotEqualTo(fresh);
    noise.reseed(Randoms.derive(2, "gaussians"));
    assertThat(noise.state).isEqualTo(fresh);
  }
}
