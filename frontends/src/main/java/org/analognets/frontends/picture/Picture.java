package org.analognets.frontends.picture;

/**
 * A picture in 8-bit RGB.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb red, green, blue of each pixel, row by row from the top; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(int width, int height, byte[] rgb) {

  /** Checks that the pixels fill the picture. */
  public Picture {
    if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
      throw new IllegalArgumentException(
          "picture: %d bytes don't fill %d x %d pixels of 3".formatted(rgb.length, width, height));
    }
  }

  /** One channel's value, 0..255: red is 0, green 1, blue 2. */
  public int at(int x, int y, int channel) {
    return rgb[3 * (y * width + x) + channel] & 0xff;
  }
}
