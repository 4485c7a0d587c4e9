package org.analognets.frontends.sound;

import java.util.Arrays;

/**
 * Triangular filters, evenly spaced on the mel scale, that gather FFT magnitudes into bands.
 *
 * <p>The scale is {@code mel = 1127 ln(1 + f/700)} with f in Hz. Band centres divide the range from
 * {@value #LOWEST_HZ} to {@value #HIGHEST_HZ} Hz into {@value #BANDS} + 1 equal steps of mel. A bin
 * lies between two neighbouring centres and shares its magnitude between those two bands in
 * proportion to its nearness to each, so every filter is a triangle of height one. Source:
 * TensorFlow's audio operations, which take magnitudes, not powers, into the bands.
 */
final class MelFilterbank {
  static final int BANDS = 40;
  static final double LOWEST_HZ = 20;
  static final double HIGHEST_HZ = 4000;

  private final int firstBin;
  private final int lastBin;

  /**
   * By bin: the band below it, counted from 1; its neighbour above is the next one. 0 and BANDS + 1
   * stand for "no band", so that the outer halves of the outer triangles need no branch.
   */
  private final int[] bandBelow;

  private final double[] weightBelow;
  private final double[] sums = new double[BANDS + 2];

  /**
   * @param binHz distance between two FFT bins, in Hz
   */
  MelFilterbank(double binHz) {
    firstBin = (int) (1.5 + LOWEST_HZ / binHz);
    lastBin = (int) (HIGHEST_HZ / binHz);
    bandBelow = new int[lastBin + 1];
    weightBelow = new double[lastBin + 1];
    double lowest = mel(LOWEST_HZ);
    double step = (mel(HIGHEST_HZ) - lowest) / (BANDS + 1);
    for (int bin = firstBin; bin <= lastBin; bin++) {
      double position = (mel(bin * binHz) - lowest) / step;
      bandBelow[bin] = Math.min((int) position, BANDS);
      weightBelow[bin] = bandBelow[bin] + 1 - position;
    }
  }

  /**
   * Gathers one spectrum.
   *
   * @param spectrum real and imaginary parts in pairs, bin k at 2k and 2k + 1
   * @param energies filled with {@value #BANDS} band magnitudes
   */
  void apply(float[] spectrum, double[] energies) {
    Arrays.fill(sums, 0);
    for (int bin = firstBin; bin <= lastBin; bin++) {
      double re = spectrum[2 * bin];
      double im = spectrum[2 * bin + 1];
      double magnitude = Math.sqrt(re * re + im * im);
      double below = magnitude * weightBelow[bin];
      int band = bandBelow[bin];
      sums[band] += below;
      sums[band + 1] += magnitude - below;
    }
    System.arraycopy(sums, 1, energies, 0, BANDS);
  }

  private static double mel(double hz) {
    return 1127 * Math.log1p(hz / 700);
  }
}
