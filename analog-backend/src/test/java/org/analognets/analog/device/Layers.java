package org.analognets.analog.device;

import java.util.Arrays;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;

/** Layers of devices to test: full rows, so that there is no padding unless it is asked for. */
final class Layers {
  static final int ROWS = 500;
  static final int COLUMNS = 400;

  private Layers() {}

  /** {@code ROWS * COLUMNS} pairs whose positive device aims at r and whose negative at zero. */
  static ProgrammedPairs constant(DeviceModel model, double r, long seed) {
    float[] weights = new float[ROWS * COLUMNS];
    Arrays.fill(weights, (float) r);
    return ProgrammedPairs.program(
        model, new WeightMatrix(ROWS, COLUMNS, weights), 1f, Randoms.derive(seed, "test devices"));
  }

  /** One read of the positive devices alone, in parts of g_max. */
  static float[] readPlus(AgedPairs aged, long seed) {
    float[] conductances = new float[aged.length()];
    float[] none = new float[aged.length()];
    Kernels.best()
        .read(
            aged.plus[0],
            aged.plusDeviation[0],
            none,
            none,
            conductances,
            aged.length(),
            NoiseLanes.from(Randoms.derive(seed, "test read")));
    return conductances;
  }

  static double[] doubles(float[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }
}
