package org.analognets.training.engine;

import java.util.Arrays;
import org.analognets.analog.kernel.Kernels;

/**
 * Batch norm and ReLU over the columns of a layer, or a bias alone for the last one: what the digital
 * side does after the ADC.
 *
 * <p>Loops run over a block of places at once, with each column's numbers repeated for every place:
 * over the few columns of a narrow layer alone they would be too short to be vectorised. Blocks are
 * copied out first, since all arrays of a vectorised loop must have the same index. Sums of columns are
 * products with a row of ones.
 */
final class BatchNorm {
  private static final Kernels KERNELS = Kernels.best();

  /** Places that are summed in float before the sum goes to double. */
  private static final int BLOCK = 128;

  private final LayerParameters parameters;
  private final boolean relu;
  private final int stride;
  private final float[] mean;
  private final float[] variance;
  private final float[] scale;
  private final float[] offset;
  private final float[] partial;
  private final double[] total;
  private final float[] ones = new float[BLOCK];
  private final float[] block;
  private final float[] columnBlock;
  private final float[] repeatedScale;
  private final float[] repeatedOffset;
  private final float[] repeatedPartial;

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
    this.block = new float[BLOCK * stride];
    this.columnBlock = new float[BLOCK * stride];
    this.repeatedScale = new float[BLOCK * stride];
    this.repeatedOffset = new float[BLOCK * stride];
    this.repeatedPartial = new float[BLOCK * stride];
    Arrays.fill(ones, 1f);
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
    repeat(scale, repeatedScale);
    repeat(offset, repeatedOffset);
    int end = places * stride;
    for (int at = 0; at < end; at += BLOCK * stride) {
      int length = Math.min(BLOCK * stride, end - at);
      System.arraycopy(columns, at, block, 0, length);
      for (int i = 0; i < length; i++) {
        block[i] = Math.max(block[i] * repeatedScale[i] + repeatedOffset[i], floor);
      }
      System.arraycopy(block, 0, out, at, length);
    }
  }

  /** Turns the gradient of the output into that of the columns, in place. */
  void backward(float[] columns, float[] out, float[] gradient, int places) {
    if (relu) {
      for (int i = 0; i < places * stride; i++) {
        // 1 where the output is above 0: a comparison here would not be vectorised.
        gradient[i] *= Math.min(out[i] * Float.MAX_VALUE * Float.MAX_VALUE, 1f);
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
    repeat(scale, repeatedScale);
    repeat(partial, repeatedPartial);
    repeat(offset, repeatedOffset);
    int end = places * stride;
    for (int at = 0; at < end; at += BLOCK * stride) {
      int length = Math.min(BLOCK * stride, end - at);
      System.arraycopy(gradient, at, block, 0, length);
      System.arraycopy(columns, at, columnBlock, 0, length);
      for (int i = 0; i < length; i++) {
        block[i] =
            block[i] * repeatedScale[i] + columnBlock[i] * repeatedPartial[i] + repeatedOffset[i];
      }
      System.arraycopy(block, 0, gradient, at, length);
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
    repeat(mean, repeatedOffset);
    for (int start = 0; start < places; start += BLOCK) {
      int length = Math.min(BLOCK, places - start) * stride;
      System.arraycopy(columns, start * stride, block, 0, length);
      for (int i = 0; i < length; i++) {
        float d = block[i] - repeatedOffset[i];
        block[i] = d * d;
      }
      addColumns(block, 0, length / stride);
    }
    for (int c = 0; c < stride; c++) {
      variance[c] = (float) (total[c] / places);
    }
  }

  private void sum(float[] values, float[] result, int places) {
    Arrays.fill(total, 0);
    for (int start = 0; start < places; start += BLOCK) {
      addColumns(values, start * stride, Math.min(BLOCK, places - start));
    }
    for (int c = 0; c < stride; c++) {
      result[c] = (float) total[c];
    }
  }

  /** total = sum of gradient * (column - mean). */
  private void sumProduct(float[] gradient, float[] columns, int places) {
    Arrays.fill(total, 0);
    repeat(mean, repeatedOffset);
    for (int start = 0; start < places; start += BLOCK) {
      int length = Math.min(BLOCK, places - start) * stride;
      System.arraycopy(gradient, start * stride, block, 0, length);
      System.arraycopy(columns, start * stride, columnBlock, 0, length);
      for (int i = 0; i < length; i++) {
        block[i] *= columnBlock[i] - repeatedOffset[i];
      }
      addColumns(block, 0, length / stride);
    }
  }

  private void addColumns(float[] values, int at, int places) {
    KERNELS.multiply(
        ones, 0, 0, 1, values, at, stride, partial, 0, stride, 1, stride, places, false);
    for (int c = 0; c < stride; c++) {
      total[c] += partial[c];
    }
  }

  private void repeat(float[] each, float[] repeated) {
    for (int at = 0; at < repeated.length; at += stride) {
      System.arraycopy(each, 0, repeated, at, stride);
    }
  }
}
