package org.analognets.frontends.picture;

/**
 * A part of a picture; its edges may lie between pixels.
 *
 * @param left distance of its left edge from the picture's, in pixels
 * @param top distance of its upper edge from the picture's, in pixels
 * @param width in pixels, above 0
 * @param height in pixels, above 0
 */
public record Region(double left, double top, double width, double height) {

  /** Checks that it has a place and an area. */
  public Region {
    if (!(left >= 0 && top >= 0 && width > 0 && height > 0)) {
      throw new IllegalArgumentException(
          "region: at %s, %s with %s x %s pixels".formatted(left, top, width, height));
    }
  }

  /** All of a picture. */
  public static Region whole(Picture picture) {
    return new Region(0, 0, picture.width(), picture.height());
  }

  /** Whether it lies inside a picture, but for rounding. */
  boolean inside(Picture picture) {
    double slack = 1e-6;
    return left + width <= picture.width() + slack && top + height <= picture.height() + slack;
  }
}
