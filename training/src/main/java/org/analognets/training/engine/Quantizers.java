package org.analognets.training.engine;

/**
 * Fake quantization with straight-through gradients, of values and of the range.
 *
 * <p>{@code q(x) = r / n * round(clamp(x, -r, r) * n / r)}, n = 2^(b-1) - 1. Inside the range {@code
 * dq/dx = 1} and {@code dq/dr = (q - x) / r}; outside 0 and the sign of x (as in LSQ, Esser et al.
 * 2020).
 */
final class Quantizers {
  /** Adding and taking away 1.5 * 2^23 rounds a float below 2^22 half to even. */
  private static final float ROUNDER = 12582912f;

  private Quantizers() {}

  static float levels(int bits) {
    return (1 << (bits - 1)) - 1;
  }

  static void quantize(float[] x, float[] q, int length, float range, float n) {
    float toCode = n / range;
    float step = range / n;
    for (int i = 0; i < length; i++) {
      float code = (x[i] * toCode + ROUNDER) - ROUNDER;
      q[i] = Math.max(-n, Math.min(n, code)) * step;
    }
  }

  /**
   * Lets a gradient through the quantizer, in place: zero where x was out of range.
   *
   * @return the gradient of the range itself
   */
  static double backward(
      float[] x, float[] q, float[] gradient, int from, int length, float range) {
    float inverse = 1f / range;
    double total = 0;
    for (int start = 0; start < length; start += 4096) {
      int end = Math.min(length, start + 4096);
      float sum = 0;
      for (int i = from + start; i < from + end; i++) {
        float xi = x[i];
        float g = gradient[i];
        boolean inside = Math.abs(xi) <= range;
        sum += inside ? g * (q[i] - xi) * inverse : g * Math.signum(xi);
        gradient[i] = inside ? g : 0f;
      }
      total += sum;
    }
    return total;
  }
}
