package org.analognets.analog.device;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.network.WeightMatrix;

/**
 * The devices of one layer: for each weight a positive and a negative device (or several of each).
 *
 * <p>Mapping: {@code G+ = clamp(W scale, 0, g_max)}, {@code G- = clamp(-W scale, 0, g_max)}, {@code
 * scale = g_max / W_max}. The idle device of a pair has target 0 and still gets noise. The two are
 * kept apart throughout, as they are on the array. Matrices are padded to {@link Kernels#LANES}
 * columns; there is no device in the padding.
 */
public final class ProgrammedPairs {
  private final int rows;
  private final int columns;
  private final List<DevicePlane> plus = new ArrayList<>();
  private final List<DevicePlane> minus = new ArrayList<>();

  private ProgrammedPairs(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Programs a layer's weights.
   *
   * @param weightMax W_max, which maps to g_max; weights beyond it are clipped
   * @param random where every draw comes from
   */
  public static ProgrammedPairs program(
      DeviceModel model, WeightMatrix weights, float weightMax, RandomGenerator random) {
    ProgrammedPairs pairs = new ProgrammedPairs(weights.rows(), weights.columns());
    int stride = Kernels.padded(weights.columns());
    float[] positive = new float[weights.rows() * stride];
    float[] negative = new float[positive.length];
    boolean[] present = new boolean[positive.length];
    for (int row = 0; row < weights.rows(); row++) {
      for (int column = 0; column < weights.columns(); column++) {
        int i = row * stride + column;
        float r = weightMax > 0 ? weights.get(row, column) / weightMax : 0f;
        positive[i] = Math.max(0f, Math.min(1f, r));
        negative[i] = Math.max(0f, Math.min(1f, -r));
        present[i] = true;
      }
    }
    for (int d = 0; d < model.devicesPerPolarity(); d++) {
      pairs.plus.add(DevicePlane.program(model, positive, present, random));
      pairs.minus.add(DevicePlane.program(model, negative, present, random));
    }
    return pairs;
  }

  /**
   * The devices that {@link #states} told of.
   *
   * @param states positive and negative devices by turns
   * @throws IllegalArgumentException when they are not as many as the model and the layer want
   */
  public static ProgrammedPairs restore(
      DeviceModel model, int rows, int columns, List<DeviceState> states) {
    if (states.size() != 2 * model.devicesPerPolarity()) {
      throw new IllegalArgumentException(
          "devices: wants "
              + model.devicesPerPolarity()
              + " a polarity, got "
              + states.size()
              + " in all");
    }
    ProgrammedPairs pairs = new ProgrammedPairs(rows, columns);
    for (int s = 0; s < states.size(); s++) {
      DeviceState state = states.get(s);
      DevicePlane plane =
          new DevicePlane(model, pairs.pad(state.conductances()), pairs.pad(state.exponents()));
      (s % 2 == 0 ? pairs.plus : pairs.minus).add(plane);
    }
    return pairs;
  }

  /** What programming left in the devices: positive and negative ones by turns. */
  public List<DeviceState> states() {
    List<DeviceState> states = new ArrayList<>();
    for (int d = 0; d < plus.size(); d++) {
      for (DevicePlane plane : List.of(plus.get(d), minus.get(d))) {
        states.add(new DeviceState(unpad(plane.programmed()), unpad(plane.exponents())));
      }
    }
    return states;
  }

  private float[] pad(float[] values) {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(
          "devices: a layer of " + rows + "x" + columns + " weights can't have " + values.length);
    }
    int stride = Kernels.padded(columns);
    float[] padded = new float[rows * stride];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * columns, padded, row * stride, columns);
    }
    return padded;
  }

  private float[] unpad(float[] padded) {
    int stride = Kernels.padded(columns);
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(padded, row * stride, values, row * columns, columns);
    }
    return values;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Devices of one polarity of a weight. */
  public int devicesPerPolarity() {
    return plus.size();
  }

  /** What a read at an age would give on average, and how it would scatter. */
  public AgedPairs age(double ageSeconds) {
    AgedPairs aged = new AgedPairs(rows, columns, plus.size());
    for (int d = 0; d < plus.size(); d++) {
      plus.get(d).age(ageSeconds, aged.plus[d], aged.plusDeviation[d]);
      minus.get(d).age(ageSeconds, aged.minus[d], aged.minusDeviation[d]);
    }
    return aged;
  }
}
