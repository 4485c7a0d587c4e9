package org.analognets.training.engine;

import java.util.Arrays;
import org.analognets.analog.kernel.Im2col;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Kernel;

/**
 * A layer on the array as training sees it: DAC, noisy weights, ADC, batch norm, ReLU.
 *
 * <p>Gradients are taken at the noisy weights and belong to the clean ones; converters pass them
 * straight through. Batch statistics are those of the shard, so that they do not depend on threads.
 */
final class ArrayStep implements Step {
  private static final Kernels KERNELS = Kernels.best();

  private final LayerParameters parameters;
  private final Parameter logGain;
  private final Activations in;
  private final Activations out;
  private final boolean needsInputGradient;
  private final ArrayLayer layer;
  private final int rows;
  private final int stride;
  private final int positions;
  private final int rowStride;
  private final Im2col im2col;

  /** Whether a patch is one place of the input, so that nothing needs gathering. */
  private final boolean pointwise;

  private final float[] patches;
  private final float[] patchGradients;
  private final float[] noisy;
  private final float[] transposed;
  private final float[] quantizedInput;
  private final float[] inputGradient;
  private final float[] sums;
  private final float[] quantizedSums;
  private final BatchNorm norm;

  /** Gradients of this shard, added up in a fixed order by the trainer. */
  final float[] weightGradient;

  double logDacRangeGradient;
  double logGainGradient;

  ArrayStep(
      LayerParameters parameters,
      Parameter logGain,
      Activations in,
      Activations out,
      boolean needsInputGradient,
      int samples) {
    this.parameters = parameters;
    this.logGain = logGain;
    this.in = in;
    this.out = out;
    this.needsInputGradient = needsInputGradient;
    this.layer = parameters.layer;
    this.rows = layer.rows();
    this.stride = parameters.columnStride;
    this.positions = out.shape.positions();
    this.rowStride = Kernels.padded(rows);
    this.im2col = new Im2col(in.shape, layer.kernel(), in.channelStride, rowStride);
    this.pointwise = layer.kernel().equals(new Kernel(1, 1, 1)) && in.channelStride == rowStride;
    this.patches = new float[positions * rowStride];
    this.patchGradients = new float[positions * rowStride];
    this.noisy = new float[rows * stride];
    this.transposed = new float[layer.columns() * rowStride];
    this.quantizedInput = new float[in.value.length];
    this.inputGradient = new float[in.value.length];
    this.sums = new float[samples * positions * stride];
    this.quantizedSums = new float[sums.length];
    this.weightGradient = new float[rows * stride];
    this.norm = new BatchNorm(parameters, layer.relu());
  }

  BatchNorm norm() {
    return norm;
  }

  LayerParameters parameters() {
    return parameters;
  }

  @Override
  public void forward(int samples, Pass pass) {
    float[] clean = pass.of(parameters.weights);
    float weightMax = parameters.weightMax(clean);
    pass.noise().disturb(clean, weightMax, noisy, pass.random());
    clearPadding(noisy);

    float[] input = in.value;
    if (pass.bits() > 0) {
      Quantizers.quantize(
          in.value,
          quantizedInput,
          samples * in.sampleStride,
          dacRange(pass),
          Quantizers.levels(pass.bits()));
      input = quantizedInput;
    }
    for (int s = 0; s < samples; s++) {
      KERNELS.multiply(
          patches(input, s),
          patchesAt(s),
          rowStride,
          1,
          noisy,
          0,
          stride,
          sums,
          s * positions * stride,
          stride,
          positions,
          layer.columns(),
          rows,
          false);
    }
    float[] columns = sums;
    if (pass.bits() > 0) {
      Quantizers.quantize(
          sums,
          quantizedSums,
          samples * positions * stride,
          adcRange(pass, weightMax),
          Quantizers.levels(pass.bits()));
      columns = quantizedSums;
    }
    norm.forward(columns, out.value, samples * positions, pass);
  }

  @Override
  public void backward(int samples, Pass pass) {
    int places = samples * positions;
    boolean converters = pass.bits() > 0;
    float[] gradient = out.gradient;
    norm.backward(converters ? quantizedSums : sums, out.value, gradient, places);

    logDacRangeGradient = 0;
    logGainGradient = 0;
    if (converters) {
      float range = adcRange(pass, parameters.weightMax(parameters.weights.value));
      double g =
          range * Quantizers.backward(sums, quantizedSums, gradient, 0, places * stride, range);
      logGainGradient += g;
      logDacRangeGradient += g;
    }
    Arrays.fill(weightGradient, 0f);
    if (converters) {
      Arrays.fill(inputGradient, 0f);
    }
    if (needsInputGradient || converters) {
      transpose();
    }
    float[] input = converters ? quantizedInput : in.value;
    for (int s = 0; s < samples; s++) {
      int at = s * positions * stride;
      KERNELS.multiply(
          patches(input, s),
          patchesAt(s),
          1,
          rowStride,
          gradient,
          at,
          stride,
          weightGradient,
          0,
          stride,
          rows,
          layer.columns(),
          positions,
          true);
      if (needsInputGradient || converters) {
        toInput(gradient, at, converters ? inputGradient : in.gradient, s * in.sampleStride);
      }
    }
    if (converters) {
      throughDac(samples * in.sampleStride, dacRange(pass));
    }
  }

  /** Takes a sample's gradient through the transposed weights to its input, and adds it there. */
  private void toInput(float[] gradient, int at, float[] inputGradients, int inputAt) {
    KERNELS.multiply(
        gradient,
        at,
        stride,
        1,
        transposed,
        0,
        rowStride,
        pointwise ? inputGradients : patchGradients,
        pointwise ? inputAt : 0,
        rowStride,
        positions,
        rows,
        layer.columns(),
        pointwise);
    if (!pointwise) {
      im2col.scatterAdd(patchGradients, inputGradients, inputAt);
    }
  }

  /** Where the patches of a sample are, gathered if they must be. */
  private float[] patches(float[] input, int sample) {
    if (pointwise) {
      return input;
    }
    im2col.gather(input, sample * in.sampleStride, patches);
    return patches;
  }

  private int patchesAt(int sample) {
    return pointwise ? sample * in.sampleStride : 0;
  }

  /** Another layer may read the same input, so only this layer's share passes this DAC. */
  private void throughDac(int length, float range) {
    logDacRangeGradient +=
        range * Quantizers.backward(in.value, quantizedInput, inputGradient, 0, length, range);
    for (int i = 0; i < length; i++) {
      in.gradient[i] += inputGradient[i];
    }
  }

  /** r_DAC. */
  private float dacRange(Pass pass) {
    return (float) Math.exp(pass.of(parameters.logDacRange)[0]);
  }

  /** r_ADC = S * r_DAC * W_max: one gain S for all layers. */
  private float adcRange(Pass pass, float weightMax) {
    return (float) (Math.exp(pass.of(logGain)[0]) * dacRange(pass) * weightMax);
  }

  /** Noise must not leak into the columns that pad a row. */
  private void clearPadding(float[] matrix) {
    for (int row = 0; row < rows; row++) {
      Arrays.fill(matrix, row * stride + layer.columns(), (row + 1) * stride, 0f);
    }
  }

  private void transpose() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < layer.columns(); column++) {
        transposed[column * rowStride + row] = noisy[row * stride + column];
      }
    }
  }

  /** Inputs and column sums of the last pass, for finding the converters' first ranges. */
  float[] lastSums() {
    return sums;
  }

  Activations input() {
    return in;
  }

  int sumsPerSample() {
    return positions * stride;
  }
}
