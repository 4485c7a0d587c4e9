package org.analognets.analog.network;

/**
 * Geometry of a convolution with 'same' padding as TensorFlow does it: outputs = ceil(inputs /
 * stride), and of an odd total of padding the larger part comes after.
 */
public record Kernel(int height, int width, int stride) {

  public Kernel {
    if (height < 1 || width < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "kernel: sides and stride must be 1 or more, were "
              + height
              + "x"
              + width
              + " stride "
              + stride);
    }
  }

  /** A kernel of one place: what a dense layer is to the array. */
  public static Kernel point() {
    return new Kernel(1, 1, 1);
  }

  /** Outputs along a side. */
  public int outputs(int inputs) {
    return (inputs + stride - 1) / stride;
  }

  /** Zeros before the first row. */
  public int padTop(int inputHeight) {
    return padTotal(inputHeight, height) / 2;
  }

  /** Zeros after the last row. */
  public int padBottom(int inputHeight) {
    return padTotal(inputHeight, height) - padTop(inputHeight);
  }

  /** Zeros before the first column. */
  public int padLeft(int inputWidth) {
    return padTotal(inputWidth, width) / 2;
  }

  /** Zeros after the last column. */
  public int padRight(int inputWidth) {
    return padTotal(inputWidth, width) - padLeft(inputWidth);
  }

  private int padTotal(int inputs, int side) {
    return Math.max((outputs(inputs) - 1) * stride + side - inputs, 0);
  }
}
