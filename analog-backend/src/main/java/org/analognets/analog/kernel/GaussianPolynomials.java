package org.analognets.analog.kernel;

/**
 * Coefficients of a Box-Muller step, shared by both kernels so that they agree to the last bit.
 *
 * <p>{@code ln(1 + f) = f (LN0 + LN1 f + ...)} for 1 + f in [sqrt(1/2), sqrt(2)); with w in [-1/2,
 * 1/2) and q = w^2, {@code cos(pi/2 w) = COS0 + COS1 q + ...} and {@code sin(pi/2 w) = w (SIN0 +
 * SIN1 q + ...)}. Interpolated at Chebyshev nodes in double precision; a test compares the
 * Gaussians with java.lang.Math.
 */
final class GaussianPolynomials {
  static final float LN0 = 1.0f;
  static final float LN1 = -0.49999997f;
  static final float LN2 = 0.33334193f;
  static final float LN3 = -0.25001353f;
  static final float LN4 = 0.19955933f;
  static final float LN5 = -0.16577993f;
  static final float LN6 = 0.14977401f;
  static final float LN7 = -0.14269258f;
  static final float LN8 = 0.08533313f;

  static final float COS0 = 1.0f;
  static final float COS1 = -1.2337005f;
  static final float COS2 = 0.2536692f;
  static final float COS3 = -0.02086007f;
  static final float COS4 = 9.0362807E-4f;

  static final float SIN0 = 1.5707964f;
  static final float SIN1 = -0.6459641f;
  static final float SIN2 = 0.07969258f;
  static final float SIN3 = -0.0046812664f;
  static final float SIN4 = 1.582063E-4f;

  /** -2 ln 2: turns a binary exponent into its share of -2 ln u. */
  static final float MINUS_TWO_LN2 = -1.3862944f;

  /** Bits of sqrt(1/2): splits a float into exponent and mantissa in [sqrt(1/2), sqrt(2)). */
  static final int SQRT_HALF_BITS = 0x3f3504f3;

  static final float TWO_TO_MINUS_24 = 0x1p-24f;

  private GaussianPolynomials() {}
}
