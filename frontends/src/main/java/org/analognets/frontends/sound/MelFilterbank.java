package org.analognets.frontends.sound;

import java.util.Arrays;

/**
 * Triangular filters, evenly spaced on the mel scale, that gather FFT magnitudes into bands.
 *
 * <p>The scale is {@code mel = 1127 ln(1 + f/700)} with f in Hz. Band centres divide the range from
 * {@value #LOWEST_HZ} to {@value #HIGHEST_HZ} Hz into {@value #BANDS} + 1 equal gaps of mel. A bin
 * lies in the gap between two neighbouring centres and shares its magnitude between those two bands
 * in proportion to its nearness to each, so every filter is a triangle of height one. Source:
 * TensorFlow's audio operations, which take magnitudes, not powers, into the bands.
 */
final class MelFilterbank {
  static final int BANDS = 40;
  static final double LOWEST_HZ = 20;
  static final double HIGHEST_HZ = 4000;

  private static final int GAPS = BANDS + 1;

  /** Gap g holds the bins from {@code gapStart[g]} to before {@code gapStart[g + 1]}. */
  private final int[] gapStart = new int[GAPS + 1];

  /** By bin: its nearness to the centre at its gap's lower end, 1 at the centre. */
  private final float[] weightBelow;

  /**
   * By centre, the range's two ends included: gap g lies between g and g + 1. The ends belong to no
   * band; they take what the outer halves of the outer triangles leave over.
   */
  private final float[] sums = new float[BANDS + 2];

  /**
   * @param binHz distance between two FFT bins, in Hz
   */
  MelFilterbank(double binHz) {
    int firstBin = (int) (1.5 + LOWEST_HZ / binHz);
    int lastBin = (int) (HIGHEST_HZ / binHz);
    weightBelow = new float[lastBin + 1];
    Arrays.fill(gapStart, lastBin + 1);
    double lowest = mel(LOWEST_HZ);
    double gapMel = (mel(HIGHEST_HZ) - lowest) / GAPS;
    for (int bin = lastBin; bin >= firstBin; bin--) {
      double position = (mel(bin * binHz) - lowest) / gapMel;
      int gap = Math.min((int) position, GAPS - 1);
      weightBelow[bin] = (float) (gap + 1 - position);
      Arrays.fill(gapStart, 0, gap + 1, bin);
    }
  }

  /**
   * Gathers one spectrum.
   *
   * @param spectrum real and imaginary parts in pairs, bin k at 2k and 2k + 1
   * @param energies filled with {@value #BANDS} band magnitudes
   */
  void apply(float[] spectrum, double[] energies) {
    sums[0] = 0;
    for (int gap = 0; gap < GAPS; gap++) {
      float below = 0;
      float above = 0;
      for (int bin = gapStart[gap]; bin < gapStart[gap + 1]; bin++) {
        float re = spectrum[2 * bin];
        float im = spectrum[2 * bin + 1];
        float magnitude = (float) Math.sqrt(re * re + im * im);
        float share = magnitude * weightBelow[bin];
        below += share;
        above += magnitude - share;
      }
      sums[gap] += below;
      sums[gap + 1] = above;
    }
    for (int band = 0; band < BANDS; band++) {
      energies[band] = sums[band + 1];
    }
  }

  private static double mel(double hz) {
    return 1127 * Math.log1p(hz / 700);
  }
}
