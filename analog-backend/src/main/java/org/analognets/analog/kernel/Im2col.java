package org.analognets.analog.kernel;

import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Shape;

/**
 * Gathers the input patch of each output position into one row, in the order of the crossbar's
 * rows: kernel row, kernel column, channel. Places outside the plane are zero.
 */
public final class Im2col {
  private final Shape input;
  private final Kernel kernel;
  private final int channelStride;
  private final int rowStride;
  private final int outputHeight;
  private final int outputWidth;
  private final int padTop;
  private final int padLeft;

  /**
   * @param channelStride floats from one place of the input to the next, at least its channels
   * @param rowStride floats from one gathered row to the next
   */
  public Im2col(Shape input, Kernel kernel, int channelStride, int rowStride) {
    this.input = input;
    this.kernel = kernel;
    this.channelStride = channelStride;
    this.rowStride = rowStride;
    this.outputHeight = kernel.outputs(input.height());
    this.outputWidth = kernel.outputs(input.width());
    this.padTop = kernel.padTop(input.height());
    this.padLeft = kernel.padLeft(input.width());
  }

  /** Rows that {@link #gather} writes. */
  public int positions() {
    return outputHeight * outputWidth;
  }

  /** Fills {@code positions} rows from one tensor. */
  public void gather(float[] tensor, int tensorOffset, float[] rows) {
    int channels = input.channels();
    int row = 0;
    for (int oy = 0; oy < outputHeight; oy++) {
      for (int ox = 0; ox < outputWidth; ox++, row += rowStride) {
        int at = row;
        for (int ky = 0; ky < kernel.height(); ky++) {
          int y = oy * kernel.stride() - padTop + ky;
          for (int kx = 0; kx < kernel.width(); kx++, at += channels) {
            int x = ox * kernel.stride() - padLeft + kx;
            if (y < 0 || y >= input.height() || x < 0 || x >= input.width()) {
              java.util.Arrays.fill(rows, at, at + channels, 0f);
            } else {
              int from = tensorOffset + (y * input.width() + x) * channelStride;
              if (channels == 1) {
                rows[at] = tensor[from];
              } else {
                System.arraycopy(tensor, from, rows, at, channels);
              }
            }
          }
        }
      }
    }
  }

  /** The transpose of {@link #gather}: adds each row back to the places it came from. */
  public void scatterAdd(float[] rows, float[] tensor, int tensorOffset) {
    int channels = input.channels();
    int row = 0;
    for (int oy = 0; oy < outputHeight; oy++) {
      for (int ox = 0; ox < outputWidth; ox++, row += rowStride) {
        int at = row;
        for (int ky = 0; ky < kernel.height(); ky++) {
          int y = oy * kernel.stride() - padTop + ky;
          for (int kx = 0; kx < kernel.width(); kx++, at += channels) {
            int x = ox * kernel.stride() - padLeft + kx;
            if (y >= 0 && y < input.height() && x >= 0 && x < input.width()) {
              int to = tensorOffset + (y * input.width() + x) * channelStride;
              for (int c = 0; c < channels; c++) {
                tensor[to + c] += rows[at + c];
              }
            }
          }
        }
      }
    }
  }
}
