package org.analognets.analog.device;

/** Rules that the settings of every device model obey. */
final class Checks {
  private Checks() {}

  static void devices(int perPolarity) {
    if (perPolarity < 1) {
      throw new IllegalArgumentException(
          "device model: devices per polarity must be 1 or more, were " + perPolarity);
    }
  }

  static void driftStart(double seconds) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException(
          "device model: t_c must be above 0 seconds, was " + seconds);
    }
  }
}
