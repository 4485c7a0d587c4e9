package org.analognets.analog.device;

/** Pieces that the models' published curves share. */
final class Curves {
  private Curves() {}

  static double clamp(double x, double low, double high) {
    return Math.max(low, Math.min(high, x));
  }

  /** sqrt(ln((t + t_read) / (2 t_read))), zero before the first read could end. */
  static double readNoiseGrowth(double ageSeconds, double readSeconds) {
    return Math.sqrt(Math.max(StrictMath.log((ageSeconds + readSeconds) / (2 * readSeconds)), 0));
  }
}
