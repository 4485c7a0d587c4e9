package org.analognets.analog.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Weights of one layer as the crossbar holds them: a row for each input of the im2col vector
 * (kernel row, kernel column, channel, in this order), a column for each output. Immutable.
 */
public final class WeightMatrix {
  private final int rows;
  private final int columns;
  private final float[] values;

  /**
   * Copies the values.
   *
   * @param values row-major, rows x columns, all finite
   */
  public WeightMatrix(int rows, int columns, float[] values) {
    if (rows < 1 || columns < 1 || values.length != rows * columns) {
      throw new IllegalArgumentException(
          "weights: " + values.length + " values do not fill " + rows + "x" + columns);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("weights: every value must be finite, found " + value);
      }
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values.clone();
  }

  /** A matrix of zeros: the place of weights that are yet to be trained. */
  public static WeightMatrix zeros(int rows, int columns) {
    return new WeightMatrix(rows, columns, new float[rows * columns]);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The weight from input {@code row} to output {@code column}. */
  public float get(int row, int column) {
    return values[row * columns + column];
  }

  /** A copy, row-major. */
  public float[] toArray() {
    return values.clone();
  }

  /** W_max: the largest magnitude, which the mapping puts at g_max. */
  public float absMax() {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, Math.abs(value));
    }
    return max;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WeightMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return rows + "x" + columns + " weights";
  }
}
