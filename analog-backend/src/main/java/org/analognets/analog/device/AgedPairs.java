package org.analognets.analog.device;

import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;

/**
 * The devices of one layer at one age, ready to be read: mean and deviation of each, in parts of
 * g_max.
 */
public final class AgedPairs {
  final float[][] plus;
  final float[][] plusDeviation;
  final float[][] minus;
  final float[][] minusDeviation;
  private final int rows;
  private final int columns;
  private final int length;

  AgedPairs(int rows, int columns, int devicesPerPolarity) {
    this.rows = rows;
    this.columns = columns;
    this.length = rows * Kernels.padded(columns);
    this.plus = new float[devicesPerPolarity][length];
    this.plusDeviation = new float[devicesPerPolarity][length];
    this.minus = new float[devicesPerPolarity][length];
    this.minusDeviation = new float[devicesPerPolarity][length];
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Floats that a read writes: rows times padded columns. */
  public int length() {
    return length;
  }

  /**
   * Reads every device once, with fresh noise.
   *
   * @param weights written: the weight that the array shows, as a part of W_max
   * @param scratch as long as {@code weights}; used where several devices share a polarity
   */
  public void read(Kernels kernels, NoiseLanes noise, float[] weights, float[] scratch) {
    kernels.read(plus[0], plusDeviation[0], minus[0], minusDeviation[0], weights, length, noise);
    for (int d = 1; d < plus.length; d++) {
      kernels.read(plus[d], plusDeviation[d], minus[d], minusDeviation[d], scratch, length, noise);
      for (int i = 0; i < length; i++) {
        weights[i] += scratch[i];
      }
    }
    share(weights);
  }

  /** Reads every device without noise. */
  public void readMean(float[] weights) {
    java.util.Arrays.fill(weights, 0, length, 0f);
    for (int d = 0; d < plus.length; d++) {
      for (int i = 0; i < length; i++) {
        weights[i] += plus[d][i] - minus[d][i];
      }
    }
    share(weights);
  }

  /** {@code G+ + G-} of one weight, without noise, in parts of g_max; a mean where devices share it. */
  public float conductance(int row, int column) {
    int i = row * Kernels.padded(columns) + column;
    float sum = 0;
    for (int d = 0; d < plus.length; d++) {
      sum += plus[d][i] + minus[d][i];
    }
    return sum / plus.length;
  }

  /** Currents of several devices add up; each carries its share of the weight. */
  private void share(float[] weights) {
    if (plus.length > 1) {
      float part = 1f / plus.length;
      for (int i = 0; i < length; i++) {
        weights[i] *= part;
      }
    }
  }
}
