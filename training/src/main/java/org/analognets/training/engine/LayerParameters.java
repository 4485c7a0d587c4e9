package org.analognets.training.engine;

import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Dense;

/** The trained state of one layer on the array: weights, batch norm, and the range of its DAC. */
final class LayerParameters {
  static final float BATCH_NORM_EPSILON = 1e-3f;

  final ArrayLayer layer;
  final int columnStride;

  /** Whether batch norm follows; the last layer has a bias only. */
  final boolean batchNorm;

  final Parameter weights;
  final Parameter gamma;
  final Parameter beta;

  /** Natural logarithm of r_DAC, the largest input that the row converters pass. */
  final Parameter logDacRange;

  /** Batch statistics, averaged; kept as parameters so that checkpoints and averages carry them. */
  final Parameter mean;

  final Parameter variance;

  /** Frozen W_max, or 0 while it still follows the weights (stage 1). */
  float frozenMax;

  LayerParameters(ArrayLayer layer) {
    this.layer = layer;
    this.columnStride = Kernels.padded(layer.columns());
    this.batchNorm = !(layer instanceof Dense);
    this.weights = new Parameter(layer.name() + ".weights", layer.rows() * columnStride, true);
    this.gamma = new Parameter(layer.name() + ".gamma", columnStride, false);
    this.beta = new Parameter(layer.name() + ".beta", columnStride, false);
    this.logDacRange = new Parameter(layer.name() + ".logDacRange", 1, false);
    this.mean = new Parameter(layer.name() + ".mean", columnStride, false);
    this.variance = new Parameter(layer.name() + ".variance", columnStride, false);
    gamma.fill(1f);
    variance.fill(1f);
  }

  /** Those that the optimiser moves. */
  List<Parameter> trained() {
    return batchNorm
        ? List.of(weights, gamma, beta, logDacRange)
        : List.of(weights, beta, logDacRange);
  }

  /** All that a checkpoint holds. */
  List<Parameter> all() {
    return List.of(weights, gamma, beta, logDacRange, mean, variance);
  }

  /** He initialisation: deviation sqrt(2 / rows). */
  void initialise(RandomGenerator random) {
    double deviation = Math.sqrt(2.0 / layer.rows());
    for (int row = 0; row < layer.rows(); row++) {
      for (int column = 0; column < layer.columns(); column++) {
        float w = (float) (deviation * random.nextGaussian());
        weights.value[row * columnStride + column] = w;
        weights.average[row * columnStride + column] = w;
      }
    }
  }

  /** The magnitude that sits at g_max. */
  float weightMax(float[] values) {
    if (frozenMax > 0) {
      return frozenMax;
    }
    float max = 0;
    for (float w : values) {
      max = Math.max(max, Math.abs(w));
    }
    return max;
  }

  /** Clips weights to the frozen W_max, or to some deviations of the layer while it is not frozen. */
  void clip(double sigmas) {
    float limit = frozenMax > 0 ? frozenMax : (float) (sigmas * deviation());
    float[] w = weights.value;
    for (int i = 0; i < w.length; i++) {
      w[i] = Math.max(-limit, Math.min(limit, w[i]));
    }
  }

  private double deviation() {
    double sum = 0;
    double squares = 0;
    for (float w : weights.value) {
      sum += w;
      squares += (double) w * w;
    }
    int n = layer.weightCount();
    double mean0 = sum / n;
    return Math.sqrt(Math.max(squares / n - mean0 * mean0, 0));
  }
}
