package org.analognets.analog.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Shape;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;

class Im2colTest {

  @Test
  void rowsFollowKernelRowKernelColumnChannel() {
    Shape shape = new Shape(2, 2, 2);
    Im2col im2col = new Im2col(shape, new Kernel(2, 2, 2), 2, 8);
    float[] rows = new float[8];
    im2col.gather(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, rows);
    assertThat(rows).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void placesOutsideThePlaneAreZero() {
    Im2col im2col = new Im2col(new Shape(1, 2, 1), new Kernel(1, 3, 1), 1, 3);
    float[] rows = {9, 9, 9, 9, 9, 9};
    im2col.gather(new float[] {1, 2}, 0, rows);
    assertThat(rows).containsExactly(0, 1, 2, 1, 2, 0);
  }

  /** For all x and y, gather(x) . y = x . scatterAdd(y): what back-propagation relies on. */
  @Property(tries = 100)
  void scatterAddIsTheTransposeOfGather(
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 4) int side,
      @ForAll @IntRange(min = 1, max = 3) int stride,
      @ForAll long seed) {
    Shape shape = new Shape(height, width, channels);
    Kernel kernel = new Kernel(side, side + 1, stride);
    int channelStride = channels + 2;
    int rowStride = side * (side + 1) * channels + 3;
    Im2col im2col = new Im2col(shape, kernel, channelStride, rowStride);
    RandomGenerator random = Randoms.derive(seed, "im2col");
    float[] x = gaussians(4 + height * width * channelStride, random);
    float[] y = gaussians(im2col.positions() * rowStride, random);
    float[] gathered = new float[y.length];
    im2col.gather(x, 4, gathered);
    float[] scattered = new float[x.length];
    im2col.scatterAdd(y, scattered, 4);
    assertThat(dot(x, scattered)).isCloseTo(dot(gathered, y), within(1e-3));
  }

  private static float[] gaussians(int length, RandomGenerator random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
