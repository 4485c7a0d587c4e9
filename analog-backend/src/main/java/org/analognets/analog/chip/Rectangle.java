package org.analognets.analog.chip;

/**
 * Where a layer sits on the array.
 *
 * @param layer name of the layer
 * @param row first row
 * @param column first column
 * @param rows height
 * @param columns width
 */
public record Rectangle(String layer, int row, int column, int rows, int columns) {

  /** Whether the two share a cell. */
  public boolean overlaps(Rectangle other) {
    return row < other.row + other.rows
        && other.row < row + rows
        && column < other.column + other.columns
        && other.column < column + columns;
  }

  /** Cells covered. */
  public int area() {
    return rows * columns;
  }
}
