package org.analognets.analog.chip;

import java.util.List;
import org.analognets.analog.device.AgedPairs;

/**
 * The array's conductances at one age, as a picture: what its devices hold on average, without read
 * noise.
 *
 * <p>A pixel is the mean of {@code G+ + G-} over the pairs that carry weights in its block of cells:
 * the sum and not the difference, because drift lowers both and a mean of differences would hide it.
 *
 * @param ageSeconds seconds since programming
 * @param height pixels along the array's rows
 * @param width pixels along the array's columns
 * @param microSiemens row by row; {@link Float#NaN} where a block carries no weights
 * @param gMaxMicroSiemens the conductance that the largest weight is mapped to
 */
public record ConductanceMap(
    double ageSeconds, int height, int width, float[] microSiemens, double gMaxMicroSiemens) {

  /**
   * Averages over square blocks of cells.
   *
   * @param layers one for each rectangle of the placement, in its order
   * @param blockCells rows and columns of a block, at least 1; blocks at the far edges may be smaller
   */
  static ConductanceMap of(
      Placement placement,
      List<AgedPairs> layers,
      double ageSeconds,
      double gMaxMicroSiemens,
      int blockCells) {
    if (blockCells < 1) {
      throw new IllegalArgumentException(
          "conductance map: a block has 1 cell a side or more, not " + blockCells);
    }
    int height = (placement.rows() + blockCells - 1) / blockCells;
    int width = (placement.columns() + blockCells - 1) / blockCells;
    float[] sums = new float[height * width];
    int[] pairs = new int[height * width];
    for (int l = 0; l < layers.size(); l++) {
      add(placement.rectangles().get(l), layers.get(l), blockCells, width, sums, pairs);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = pairs[i] == 0 ? Float.NaN : (float) (sums[i] / pairs[i] * gMaxMicroSiemens);
    }
    return new ConductanceMap(ageSeconds, height, width, sums, gMaxMicroSiemens);
  }

  private static void add(
      Rectangle place, AgedPairs layer, int blockCells, int width, float[] sums, int[] pairs) {
    for (int row = 0; row < layer.rows(); row++) {
      int line = (place.row() + row) / blockCells * width;
      for (int column = 0; column < layer.columns(); column++) {
        int pixel = line + (place.column() + column) / blockCells;
        sums[pixel] += layer.conductance(row, column);
        pairs[pixel]++;
      }
    }
  }

  /** Mean over all pixels that carry weights; 0 where none does. */
  public double meanMicroSiemens() {
    double sum = 0;
    int carrying = 0;
    for (float value : microSiemens) {
      if (!Float.isNaN(value)) {
        sum += value;
        carrying++;
      }
    }
    return carrying == 0 ? 0 : sum / carrying;
  }
}
