package org.analognets.analog.kernel;

/**
 * The hot loops of the simulator: matrix products and read noise.
 *
 * <p>Two implementations, one on the Vector API and a plain twin. They agree bit for bit on every
 * machine: each output is accumulated over the inner index in ascending order with fused
 * multiply-adds, and each random lane is a generator of its own, so neither the vector width nor
 * the number of threads can change a result.
 *
 * <p>Matrices are row-major with a row stride that is a multiple of {@link #LANES}; the padding
 * must hold finite numbers (zeros, as a rule) and comes out as the product of the padding.
 */
public interface Kernels {

  /** Columns come in groups of this many; row strides are multiples of it. */
  int LANES = 16;

  /**
   * Computes {@code C = A B}, or {@code C += A B}.
   *
   * <p>{@code A(i, l)} is at {@code a[aOffset + i * aRowStride + l * aColumnStride]}, so a
   * transposed matrix needs no copy; {@code B(l, j)} at {@code b[bOffset + l * bStride + j]} and
   * {@code C(i, j)} at {@code c[cOffset + i * cStride + j]}.
   *
   * @param m rows of A and C
   * @param n columns of B and C, computed up to the next multiple of {@link #LANES}
   * @param k columns of A and rows of B
   * @param accumulate whether to add to what C holds
   */
  void multiply(
      float[] a,
      int aOffset,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      int m,
      int n,
      int k,
      boolean accumulate);

  /**
   * Reads differential pairs once, each device with its own 1/f read noise.
   *
   * <p>{@code weight = max(plus + plusSigma * N1, 0) - max(minus + minusSigma * N2, 0)}, where N1
   * and N2 are the two Gaussians of one Box-Muller step: {@code sqrt(-2 ln u) * (cos, sin)(2 pi
   * v)}. With 24-bit uniforms the tails end at 5.77 sigma.
   *
   * @param length a multiple of {@link #LANES}
   * @param noise generator state, advanced by one step of each lane for each uniform
   */
  void read(
      float[] plus,
      float[] plusSigma,
      float[] minus,
      float[] minusSigma,
      float[] weight,
      int length,
      NoiseLanes noise);

  /** The fastest implementation that this machine and this start of Java allow. */
  static Kernels best() {
    return KernelChoice.BEST;
  }

  /** The smallest multiple of {@link #LANES} that is not below {@code columns}. */
  static int padded(int columns) {
    return (columns + LANES - 1) / LANES * LANES;
  }
}
