package org.analognets.analog.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.device.AgedPairs;
import org.analognets.analog.device.ProgrammedPairs;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;
import org.analognets.analog.random.Randoms;

/**
 * Finds each layer's alpha from known inputs: {@code alpha = sum |y| at programming / sum |y| now}
 * (Joshi et al. 2020).
 *
 * <p>{@value #INPUTS} standard-normal vectors are applied to the array, once right after
 * programming and again at each age; both reads see read noise. Column sums are taken ahead of the
 * ADC.
 */
final class GlobalDriftCalibration {
  private static final int INPUTS = 64;

  private final DriftCompensation compensation;
  private final Kernels kernels;
  private final long seed;
  private final List<float[]> inputs = new ArrayList<>();
  private final List<double[]> columnSums = new ArrayList<>();

  GlobalDriftCalibration(
      DriftCompensation compensation,
      List<ProgrammedPairs> layers,
      double programmedSeconds,
      Kernels kernels,
      long seed) {
    this.compensation = compensation;
    this.kernels = kernels;
    this.seed = seed;
    if (compensation == DriftCompensation.NONE) {
      return;
    }
    for (int l = 0; l < layers.size(); l++) {
      inputs.add(inputs(layers.get(l).rows(), Randoms.derive(seed, "calibration input", l)));
      columnSums.add(columnSums(l, layers.get(l).age(programmedSeconds), programmedSeconds));
    }
  }

  /** What a layer needs at an age. */
  Correction correction(int layer, AgedPairs aged, double ageSeconds) {
    if (compensation == DriftCompensation.NONE) {
      return Correction.none();
    }
    double[] then = columnSums.get(layer);
    double[] now = columnSums(layer, aged, ageSeconds);
    double[] columnAlpha = new double[then.length];
    double thenTotal = 0;
    double nowTotal = 0;
    for (int c = 0; c < then.length; c++) {
      columnAlpha[c] = ratio(then[c], now[c]);
      thenTotal += then[c];
      nowTotal += now[c];
    }
    return Correction.of(compensation, ratio(thenTotal, nowTotal), columnAlpha);
  }

  /** A layer without current needs no correction. */
  private static double ratio(double then, double now) {
    return now > 0 && then > 0 ? then / now : 1;
  }

  private static float[] inputs(int rows, RandomGenerator random) {
    float[] x = new float[INPUTS * rows];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }

  /** Sum of |y| over the inputs, for each column. */
  private double[] columnSums(int layer, AgedPairs aged, double ageSeconds) {
    int stride = Kernels.padded(aged.columns());
    float[] weights = new float[aged.length()];
    long age = Double.doubleToLongBits(ageSeconds);
    aged.read(
        kernels,
        NoiseLanes.from(Randoms.derive(seed, "calibration read", layer, age)),
        weights,
        new float[aged.length()]);
    float[] y = new float[INPUTS * stride];
    kernels.multiply(
        inputs.get(layer),
        0,
        aged.rows(),
        1,
        weights,
        0,
        stride,
        y,
        0,
        stride,
        INPUTS,
        aged.columns(),
        aged.rows(),
        false);
    double[] sums = new double[aged.columns()];
    for (int i = 0; i < INPUTS; i++) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += Math.abs(y[i * stride + c]);
      }
    }
    return sums;
  }
}
