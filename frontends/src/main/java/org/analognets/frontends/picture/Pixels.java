package org.analognets.frontends.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * Java's images to 8-bit RGB.
 *
 * <p>Stored values are taken as they are and colour profiles are ignored, as the usual tools of
 * vision do. Java's own conversion would brighten grey pictures, which it takes for linear light.
 * Grey becomes three equal channels; what is transparent shows white, as on paper.
 */
final class Pixels {
  private static final int OPAQUE = 255;
  private static final int WHITE = 255;

  private Pixels() {}

  /** Copies an image. */
  static Picture of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    if (hasPlainComponents(image.getColorModel())) {
      copyComponents(image, rgb);
    } else {
      copyColours(image, rgb);
    }
    return new Picture(width, height, rgb);
  }

  private static boolean hasPlainComponents(ColorModel colours) {
    int space = colours.getColorSpace().getType();
    return colours instanceof ComponentColorModel
        && !colours.isAlphaPremultiplied()
        && (space == ColorSpace.TYPE_RGB || space == ColorSpace.TYPE_GRAY);
  }

  private static void copyComponents(BufferedImage image, byte[] rgb) {
    ColorModel colours = image.getColorModel();
    Raster raster = image.getRaster();
    int bands = colours.getNumComponents();
    int most = (1 << colours.getComponentSize(0)) - 1;
    int green = bands < 3 ? 0 : 1;
    int blue = bands < 3 ? 0 : 2;
    int width = image.getWidth();
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        int alpha = colours.hasAlpha() ? eightBit(row[from + bands - 1], most) : OPAQUE;
        rgb[to++] = overWhite(eightBit(row[from], most), alpha);
        rgb[to++] = overWhite(eightBit(row[from + green], most), alpha);
        rgb[to++] = overWhite(eightBit(row[from + blue], most), alpha);
      }
    }
  }

  private static void copyColours(BufferedImage image, byte[] rgb) {
    int width = image.getWidth();
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int colour : row) {
        int alpha = colour >>> 24;
        rgb[to++] = overWhite(colour >> 16 & 0xff, alpha);
        rgb[to++] = overWhite(colour >> 8 & 0xff, alpha);
        rgb[to++] = overWhite(colour & 0xff, alpha);
      }
    }
  }

  /** Rounds a component of 1 to 16 bit to 8 bit, full scale to full scale. */
  private static int eightBit(int value, int most) {
    return most == OPAQUE ? value : (value * 255 + most / 2) / most;
  }

  private static byte overWhite(int value, int alpha) {
    return (byte)
        (alpha == OPAQUE ? value : (value * alpha + WHITE * (OPAQUE - alpha) + 127) / OPAQUE);
  }
}
