package org.analognets.analog.converter;

import java.util.Locale;

/**
 * A symmetric quantizer, DAC or ADC: {@code 2^b - 1} levels over [-range, +range], zero included;
 * rounds half to even, then clamps. The ideal one passes everything as it is.
 *
 * @param bits width, 2..12; 0 for the ideal converter
 */
public record Converter(int bits) {
  private static final int IDEAL = 0;

  /** Adding and taking away 1.5 * 2^23 rounds a float below 2^22 half to even. */
  private static final float ROUNDER = 12582912f;

  public Converter {
    if (bits != IDEAL && (bits < 2 || bits > 12)) {
      throw new IllegalArgumentException("converter: bits must be 2..12, were " + bits);
    }
  }

  /** Converters of a width. */
  public static Converter bits(int bits) {
    if (bits == IDEAL) {
      throw new IllegalArgumentException("converter: bits must be 2..12, were 0");
    }
    return new Converter(bits);
  }

  /** No quantization and no clipping. */
  public static Converter ideal() {
    return new Converter(IDEAL);
  }

  /** Reads what users write: a number of bits, or "ideal". */
  public static Converter parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("ideal")) {
      return ideal();
    }
    try {
      return bits(Integer.parseInt(word));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "bits '" + text + "': want a number such as 8, 6 or 4, or ideal", e);
    }
  }

  public boolean isIdeal() {
    return bits == IDEAL;
  }

  /** Levels on either side of zero: 2^(b-1) - 1. */
  public int positiveLevels() {
    return isIdeal() ? Integer.MAX_VALUE : (1 << (bits - 1)) - 1;
  }

  /** How users write it: "8" or "ideal". */
  public String label() {
    return isIdeal() ? "ideal" : Integer.toString(bits);
  }

  /** Quantizes {@code gain * x} in a range of [-range, range], in place or into another array. */
  public void convert(float[] x, float[] converted, int length, float gain, float range) {
    if (isIdeal()) {
      for (int i = 0; i < length; i++) {
        converted[i] = gain * x[i];
      }
      return;
    }
    float n = positiveLevels();
    float toCode = gain * n / range;
    float step = range / n;
    // Clamping the code before rounding gives the same level and keeps ROUNDER's trick exact.
    for (int i = 0; i < length; i++) {
      float code = Math.max(-n, Math.min(n, x[i] * toCode));
      converted[i] = ((code + ROUNDER) - ROUNDER) * step;
    }
  }
}
