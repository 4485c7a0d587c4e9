package org.analognets.analog.network;

/** Checks that the layers on the array share. */
final class ArrayLayers {
  private ArrayLayers() {}

  static void checkColumns(String name, WeightMatrix weights, Affine affine) {
    if (affine.columns() != weights.columns()) {
      throw new IllegalArgumentException(
          "layer "
              + name
              + ": "
              + weights.columns()
              + " columns but an affine for "
              + affine.columns());
    }
  }

  static void checkSameShape(ArrayLayer layer, WeightMatrix weights) {
    if (weights.rows() != layer.rows() || weights.columns() != layer.columns()) {
      throw new IllegalArgumentException(
          "layer "
              + layer.name()
              + ": wants weights "
              + layer.rows()
              + "x"
              + layer.columns()
              + ", got "
              + weights.rows()
              + "x"
              + weights.columns());
    }
  }
}
