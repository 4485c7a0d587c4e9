package org.analognets.demo.energy;

import java.awt.Color;

/** Colours from dark violet over blue and green to yellow, each lighter than the one before. */
final class LayerColours {
  private static final int[] STOPS = {0x3f2a6e, 0x3d5a9e, 0x2a8a9d, 0x3fae7e, 0x93cb5a, 0xf3dc5a};
  private static final double LIGHT = 0.5;

  private LayerColours() {}

  /** A colour by its place, 0..1. */
  static Color at(double place) {
    double scaled = place * (STOPS.length - 1);
    int stop = Math.min((int) scaled, STOPS.length - 2);
    double part = scaled - stop;
    Color from = new Color(STOPS[stop]);
    Color to = new Color(STOPS[stop + 1]);
    return new Color(
        mix(from.getRed(), to.getRed(), part),
        mix(from.getGreen(), to.getGreen(), part),
        mix(from.getBlue(), to.getBlue(), part));
  }

  /** What can be read on a colour. */
  static Color textOn(Color colour) {
    double luminance =
        (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    return luminance > LIGHT ? Color.BLACK : Color.WHITE;
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
