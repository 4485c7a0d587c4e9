package org.analognets.training.engine;

import java.util.Arrays;

/**
 * Batch norm and ReLU over the columns of a layer, or a bias alone for the last one: what the digital
 * side does after the ADC.
 */
final class BatchNorm {
  private final LayerParameters parameters;
  private final boolean relu;
  private final int stride;
  private final float[] mean;
  private final float[] variance;
  private final float[] scale;
  private final float[] offset;
  private final float[] partial;
  private final double[] total;

  /** Gradients of this shard. */
  final float[] gammaGradient;

  final float[] betaGradient;

  BatchNorm(LayerParameters parameters, boolean relu) {
    this.parameters = parameters;
    this.relu = relu;
    this.stride = parameters.columnStride;
    this.mean = new float[stride];
    this.variance = new float[stride];
    this.scale = new float[stride];
    this.offset = new float[stride];
    this.partial = new float[stride];
    this.total = new double[stride];
    this.gammaGradient = new float[stride];
    this.betaGradient = new float[stride];
  }

  void forward(float[] columns, float[] out, int places, Pass pass) {
    float[] gamma = pass.of(parameters.gamma);
    float[] beta = pass.of(parameters.beta);
    if (parameters.batchNorm) {
      if (pass.training()) {
        measure(columns, places);
      } else {
        System.arraycopy(pass.of(parameters.mean), 0, mean, 0, stride);
        System.arraycopy(pass.of(parameters.variance), 0, variance, 0, stride);
      }
    }
    for (int c = 0; c < stride; c++) {
      scale[c] =
          parameters.batchNorm
              ? gamma[c] / (float) Math.sqrt(variance[c] + LayerParameters.BATCH_NORM_EPSILON)
              : 1f;
      offset[c] = beta[c] - scale[c] * (parameters.batchNorm ? mean[c] : 0f);
    }
    float floor = relu ? 0f : Float.NEGATIVE_INFINITY;
    for (int p = 0; p < places; p++) {
      int at = p * stride;
      for (int c = 0; c < stride; c++) {
        out[at + c] = Math.max(columns[at + c] * scale[c] + offset[c], floor);
      }
    }
  }

  /** Turns the gradient of the output into that of the columns, in place. */
  void backward(float[] columns, float[] out, float[] gradient, int places) {
    if (relu) {
      for (int i = 0; i < places * stride; i++) {
        gradient[i] = out[i] > 0f ? gradient[i] : 0f;
      }
    }
    sum(gradient, betaGradient, places);
    if (!parameters.batchNorm) {
      return;
    }
    float[] gamma = parameters.gamma.value;
    sumProduct(gradient, columns, places);
    for (int c = 0; c < stride; c++) {
      float inverse = 1f / (float) Math.sqrt(variance[c] + LayerParameters.BATCH_NORM_EPSILON);
      gammaGradient[c] = (float) total[c] * inverse;
      // gradient' = k * (gradient - betaGradient / n - normalised * gammaGradient / n)
      float k = gamma[c] * inverse;
      scale[c] = k;
      partial[c] = -k * gammaGradient[c] * inverse / places;
      offset[c] = -k * betaGradient[c] / places - partial[c] * mean[c];
    }
    for (int p = 0; p < places; p++) {
      int at = p * stride;
      for (int c = 0; c < stride; c++) {
        gradient[at + c] = gradient[at + c] * scale[c] + columns[at + c] * partial[c] + offset[c];
      }
    }
  }

  /** Adds the last batch's statistics to sums over batches. */
  void addStatistics(double[] means, double[] variances) {
    for (int c = 0; c < stride; c++) {
      means[c] += mean[c];
      variances[c] += variance[c];
    }
  }

  /** Moves the averaged statistics towards the last batch's. */
  void updateAverages(float momentum) {
    if (!parameters.batchNorm) {
      return;
    }
    move(parameters.mean.value, mean, momentum);
    move(parameters.variance.value, variance, momentum);
  }

  private static void move(float[] average, float[] now, float momentum) {
    for (int c = 0; c < average.length; c++) {
      average[c] += momentum * (now[c] - average[c]);
    }
  }

  private void measure(float[] columns, int places) {
    sum(columns, mean, places);
    for (int c = 0; c < stride; c++) {
      mean[c] /= places;
    }
    Arrays.fill(total, 0);
    for (int start = 0; start < places; start += 128) {
      Arrays.fill(partial, 0f);
      for (int p = start; p < Math.min(places, start + 128); p++) {
        int at = p * stride;
        for (int c = 0; c < stride; c++) {
          float d = columns[at + c] - mean[c];
          partial[c] += d * d;
        }
      }
      addPartial();
    }
    for (int c = 0; c < stride; c++) {
      variance[c] = (float) (total[c] / places);
    }
  }

  private void sum(float[] values, float[] result, int places) {
    Arrays.fill(total, 0);
    for (int start = 0; start < places; start += 128) {
      Arrays.fill(partial, 0f);
      for (int p = start; p < Math.min(places, start + 128); p++) {
        int at = p * stride;
        for (int c = 0; c < stride; c++) {
          partial[c] += values[at + c];
        }
      }
      addPartial();
    }
    for (int c = 0; c < stride; c++) {
      result[c] = (float) total[c];
    }
  }

  /** total = sum of gradient * (column - mean). */
  private void sumProduct(float[] gradient, float[] columns, int places) {
    Arrays.fill(total, 0);
    for (int start = 0; start < places; start += 128) {
      Arrays.fill(partial, 0f);
      for (int p = start; p < Math.min(places, start + 128); p++) {
        int at = p * stride;
        for (int c = 0; c < stride; c++) {
          partial[c] += gradient[at + c] * (columns[at + c] - mean[c]);
        }
      }
      addPartial();
    }
  }

  private void addPartial() {
    for (int c = 0; c < stride; c++) {
      total[c] += partial[c];
    }
  }
}
