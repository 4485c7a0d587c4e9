package org.analognets.analog.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;

/** The plain kernels and those on the Vector API agree to the last bit. */
class KernelsAgreementTest {
  private static final Kernels PLAIN = new PlainKernels();
  private static final Kernels VECTOR = new VectorKernels();

  @Property(tries = 200)
  void productsAgreeBitForBit(
      @ForAll @IntRange(min = 1, max = 40) int m,
      @ForAll @IntRange(min = 1, max = 130) int n,
      @ForAll @IntRange(min = 1, max = 70) int k,
      @ForAll @IntRange(min = 0, max = 3) int gap,
      @ForAll boolean transposed,
      @ForAll boolean accumulate,
      @ForAll long seed) {
    Product product = new Product(m, n, k, gap, transposed, seed);
    float[] plain = product.run(PLAIN, accumulate);
    float[] vector = product.run(VECTOR, accumulate);
    assertThat(bits(vector)).isEqualTo(bits(plain));
  }

  @Property(tries = 100)
  void productsAreProducts(
      @ForAll @IntRange(min = 1, max = 20) int m,
      @ForAll @IntRange(min = 1, max = 50) int n,
      @ForAll @IntRange(min = 1, max = 30) int k,
      @ForAll boolean transposed,
      @ForAll boolean accumulate,
      @ForAll long seed) {
    Product product = new Product(m, n, k, 1, transposed, seed);
    float[] c = product.run(VECTOR, accumulate);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(c[product.cAt(i, j)])
            .isCloseTo((float) product.expected(i, j, accumulate), within(1e-4f));
      }
    }
  }

  @Property(tries = 50)
  void nothingIsWrittenOutsideTheProduct(
      @ForAll @IntRange(min = 1, max = 20) int m,
      @ForAll @IntRange(min = 1, max = 50) int n,
      @ForAll long seed) {
    Product product = new Product(m, n, 5, 2, false, seed);
    float[] c = product.run(VECTOR, false);
    boolean[] inside = new boolean[c.length];
    for (int i = 0; i < m; i++) {
      int row = product.cAt(i, 0);
      Arrays.fill(inside, row, row + Kernels.padded(n), true);
    }
    for (int at = 0; at < c.length; at++) {
      if (!inside[at]) {
        assertThat(c[at]).isEqualTo(product.c[at]);
      }
    }
  }

  @Property(tries = 50)
  void readsAgreeBitForBit(@ForAll @IntRange(min = 1, max = 60) int groups, @ForAll long seed) {
    RandomGenerator random = Randoms.derive(seed, "test");
    int length = groups * Kernels.LANES;
    float[] plus = magnitudes(length, random);
    float[] plusSigma = magnitudes(length, random);
    float[] minus = magnitudes(length, random);
    float[] minusSigma = magnitudes(length, random);
    float[] plain = new float[length];
    float[] vector = new float[length];
    NoiseLanes plainNoise = NoiseLanes.from(Randoms.derive(seed, "noise"));
    NoiseLanes vectorNoise = NoiseLanes.from(Randoms.derive(seed, "noise"));
    PLAIN.read(plus, plusSigma, minus, minusSigma, plain, length, plainNoise);
    VECTOR.read(plus, plusSigma, minus, minusSigma, vector, length, vectorNoise);
    assertThat(bits(vector)).isEqualTo(bits(plain));
    assertThat(vectorNoise.state).isEqualTo(plainNoise.state);
  }

  @Test
  void theVectorKernelsAreTheBestWhereTheModuleIsThere() {
    assertThat(Kernels.best()).isInstanceOf(VectorKernels.class);
  }

  @Test
  void columnsArePaddedToWholeGroups() {
    assertThat(new int[] {Kernels.padded(1), Kernels.padded(16), Kernels.padded(17)})
        .containsExactly(16, 16, 32);
  }

  private static float[] magnitudes(int length, RandomGenerator random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) Math.abs(random.nextGaussian());
    }
    return values;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  /** A random product with strides wider than needed and offsets that aren't zero. */
  private static final class Product {
    private final int m;
    private final int n;
    private final int k;
    private final int aRowStride;
    private final int aColumnStride;
    private final int stride;
    private final float[] a;
    private final float[] b;
    private final float[] c;

    Product(int m, int n, int k, int gap, boolean transposed, long seed) {
      RandomGenerator random = Randoms.derive(seed, "product");
      this.m = m;
      this.n = n;
      this.k = k;
      this.aRowStride = transposed ? 1 : k + gap;
      this.aColumnStride = transposed ? m + gap : 1;
      this.stride = Kernels.padded(n) + gap * Kernels.LANES;
      this.a = signed(3 + (m + gap) * (k + gap), random);
      this.b = signed(5 + k * stride, random);
      this.c = signed(7 + m * stride, random);
    }

    private static float[] signed(int length, RandomGenerator random) {
      float[] values = new float[length];
      for (int i = 0; i < length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      return values;
    }

    float[] run(Kernels kernels, boolean accumulate) {
      float[] result = c.clone();
      kernels.multiply(
          a, 3, aRowStride, aColumnStride, b, 5, stride, result, 7, stride, m, n, k, accumulate);
      return result;
    }

    int cAt(int i, int j) {
      return 7 + i * stride + j;
    }

    double expected(int i, int j, boolean accumulate) {
      double sum = accumulate ? c[cAt(i, j)] : 0;
      for (int l = 0; l < k; l++) {
        sum += (double) a[3 + i * aRowStride + l * aColumnStride] * b[5 + l * stride + j];
      }
      return sum;
    }
  }
}
