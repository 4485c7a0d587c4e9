package org.analognets.analog.chip;

import org.analognets.analog.converter.Converter;
import org.analognets.analog.kernel.Im2col;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Shape;

/**
 * One layer of one inference: DAC, im2col, crossbar, ADC, per-column affine, ReLU, on buffers of
 * its own.
 *
 * <p>Weights are in parts of W_max. Sums are therefore normalised too, and the ADC's range is
 * {@code S * r_DAC}.
 */
final class LayerRun {
  private final ArrayLayer layer;
  private final Kernels kernels;
  private final Converter converter;
  private final float dacRange;
  private final float adcRange;
  private final float weightMax;
  private final int inputLength;
  private final int rowStride;
  private final int columnStride;
  private final Im2col im2col;
  private final float[] converted;
  private final float[] patches;
  private final float[] sums;
  private final float[] scale;
  private final float[] offset;
  private final float[] columnScale;

  LayerRun(
      ArrayLayer layer,
      Shape input,
      int inputStride,
      Kernels kernels,
      Converter converter,
      float gain,
      float dacRange,
      float weightMax) {
    this.layer = layer;
    this.kernels = kernels;
    this.converter = converter;
    this.dacRange = dacRange;
    this.adcRange = gain * dacRange;
    this.weightMax = weightMax;
    this.inputLength = input.positions() * inputStride;
    this.rowStride = Kernels.padded(layer.rows());
    this.columnStride = Kernels.padded(layer.columns());
    this.im2col = new Im2col(input, layer.kernel(), inputStride, rowStride);
    this.converted = new float[inputLength];
    this.patches = new float[im2col.positions() * rowStride];
    this.sums = new float[im2col.positions() * columnStride];
    this.scale = new float[columnStride];
    this.offset = new float[columnStride];
    this.columnScale = new float[columnStride];
    for (int c = 0; c < layer.columns(); c++) {
      scale[c] = weightMax * layer.affine().scale(c);
      offset[c] = layer.affine().offset(c);
    }
  }

  /** Weights as the array would show them without any physics, padded. */
  float[] cleanWeights() {
    float[] weights = new float[layer.rows() * columnStride];
    for (int row = 0; row < layer.rows(); row++) {
      for (int column = 0; column < layer.columns(); column++) {
        weights[row * columnStride + column] = layer.weights().get(row, column) / weightMax;
      }
    }
    return weights;
  }

  /** Runs the layer on a tensor; {@code out} gets positions times padded columns. */
  void run(float[] input, float[] weights, Correction correction, float[] out) {
    converter.convert(input, converted, inputLength, correction.beforeDac(), dacRange);
    im2col.gather(converted, 0, patches);
    kernels.multiply(
        patches,
        0,
        rowStride,
        1,
        weights,
        0,
        columnStride,
        sums,
        0,
        columnStride,
        im2col.positions(),
        layer.columns(),
        layer.rows(),
        false);
    converter.convert(sums, sums, sums.length, correction.beforeAdc(), adcRange);
    for (int c = 0; c < columnStride; c++) {
      columnScale[c] = scale[c] * correction.afterAdc(c);
    }
    float floor = layer.relu() ? 0f : Float.NEGATIVE_INFINITY;
    for (int at = 0; at < sums.length; at += columnStride) {
      for (int c = 0; c < columnStride; c++) {
        out[at + c] = Math.max(sums[at + c] * columnScale[c] + offset[c], floor);
      }
    }
  }
}
