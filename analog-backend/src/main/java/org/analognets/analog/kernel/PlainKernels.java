package org.analognets.analog.kernel;

import static org.analognets.analog.kernel.GaussianPolynomials.*;

/** The kernels in plain Java: for a Java started without the Vector API, and to test against. */
public final class PlainKernels implements Kernels {

  @Override
  public void multiply(
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
      boolean accumulate) {
    int width = Kernels.padded(n);
    for (int i = 0; i < m; i++) {
      int cRow = cOffset + i * cStride;
      if (!accumulate) {
        java.util.Arrays.fill(c, cRow, cRow + width, 0f);
      }
      for (int l = 0; l < k; l++) {
        float x = a[aOffset + i * aRowStride + l * aColumnStride];
        int bRow = bOffset + l * bStride;
        for (int j = 0; j < width; j++) {
          c[cRow + j] = Math.fma(x, b[bRow + j], c[cRow + j]);
        }
      }
    }
  }

  @Override
  public void read(
      float[] plus,
      float[] plusSigma,
      float[] minus,
      float[] minusSigma,
      float[] weight,
      int length,
      NoiseLanes noise) {
    int[] s = noise.state;
    for (int i = 0; i < length; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        int j = i + lane;
        float radius = radius(next(s, lane));
        int angle = next(s, lane);
        float w = Math.fma((float) (angle & 0xffffff), TWO_TO_MINUS_24, -0.5f);
        float q = w * w;
        int cos = Float.floatToRawIntBits(cosine(q)) ^ (angle & 0x80000000);
        int sin = Float.floatToRawIntBits(w * sineOverW(q));
        int swap = (cos ^ sin) & ((angle << 1) >> 31);
        float n1 = radius * Float.intBitsToFloat(cos ^ swap);
        float n2 = radius * Float.intBitsToFloat(sin ^ swap);
        weight[j] =
            Math.max(Math.fma(plusSigma[j], n1, plus[j]), 0f)
                - Math.max(Math.fma(minusSigma[j], n2, minus[j]), 0f);
      }
    }
  }

  /** One step of the xoshiro128++ generator of a lane. */
  private static int next(int[] s, int lane) {
    int s0 = s[lane];
    int s1 = s[LANES + lane];
    int s2 = s[2 * LANES + lane];
    int s3 = s[3 * LANES + lane];
    int result = Integer.rotateLeft(s0 + s3, 7) + s0;
    s2 ^= s0;
    s3 ^= s1;
    s[LANES + lane] = s1 ^ s2;
    s[lane] = s0 ^ s3;
    s[2 * LANES + lane] = s2 ^ (s1 << 9);
    s[3 * LANES + lane] = Integer.rotateLeft(s3, 11);
    return result;
  }

  /** sqrt(-2 ln u) for u = (top 24 bits + 1) / 2^24. */
  private static float radius(int bits) {
    float u = (float) ((bits >>> 8) + 1) * TWO_TO_MINUS_24;
    int raw = Float.floatToRawIntBits(u);
    int exponent = (raw - SQRT_HALF_BITS) >> 23;
    float f = Float.intBitsToFloat(raw - (exponent << 23)) - 1f;
    float p = Math.fma(LN8, f, LN7);
    p = Math.fma(p, f, LN6);
    p = Math.fma(p, f, LN5);
    p = Math.fma(p, f, LN4);
    p = Math.fma(p, f, LN3);
    p = Math.fma(p, f, LN2);
    p = Math.fma(p, f, LN1);
    p = Math.fma(p, f, LN0);
    float square = Math.fma((float) exponent, MINUS_TWO_LN2, -2f * f * p);
    return (float) Math.sqrt(Math.max(square, 0f));
  }

  private static float cosine(float q) {
    return Math.fma(Math.fma(Math.fma(Math.fma(COS4, q, COS3), q, COS2), q, COS1), q, COS0);
  }

  private static float sineOverW(float q) {
    return Math.fma(Math.fma(Math.fma(Math.fma(SIN4, q, SIN3), q, SIN2), q, SIN1), q, SIN0);
  }
}
