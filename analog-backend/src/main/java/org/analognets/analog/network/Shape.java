package org.analognets.analog.network;

/**
 * Shape of one tensor: height (frames, for sound), width (coefficients), channels; channels last.
 */
public record Shape(int height, int width, int channels) {

  public Shape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "shape: every side must be 1 or more, was " + height + "x" + width + "x" + channels);
    }
  }

  /** Numbers in a tensor of this shape. */
  public int size() {
    return height * width * channels;
  }

  /** Places in the plane: height times width. */
  public int positions() {
    return height * width;
  }

  @Override
  public String toString() {
    return height + "x" + width + "x" + channels;
  }
}
