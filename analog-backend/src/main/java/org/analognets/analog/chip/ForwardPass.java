package org.analognets.analog.chip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.ResidualAdd;
import org.analognets.analog.network.Shape;

/**
 * Runs a network layer by layer on preallocated buffers; where weights come from is the caller's
 * matter. Not thread-safe.
 */
final class ForwardPass {

  /** Hands out a layer's weights for this inference, and its drift compensation. */
  interface Weights {
    /** Weights of the n-th layer on the array, in parts of W_max, padded. */
    float[] weights(int arrayLayer);

    /** How drift is made up for in that layer. */
    Correction correction(int arrayLayer);
  }

  /** Work of one layer on tensors that are known beforehand. */
  private interface Step {
    void run(Weights weights);
  }

  private final Network network;
  private final float[] input;
  private final List<Step> steps = new ArrayList<>();
  private final List<LayerRun> arrayRuns = new ArrayList<>();
  private final float[] output;

  ForwardPass(Model model, Converter converter, Kernels kernels) {
    this.network = model.network();
    this.input = new float[network.input().size()];
    Map<String, float[]> byName = new HashMap<>();
    Map<String, Shape> shapeByName = new HashMap<>();
    float[] tensor = input;
    Shape shape = network.input();
    int stride = shape.channels();
    for (Layer layer : network.layers()) {
      Shape outShape = layer.output(shape);
      int outStride = layer instanceof InputScaling ? stride : Kernels.padded(outShape.channels());
      float[] out = new float[outShape.positions() * outStride];
      float[] in = tensor;
      Shape inShape = shape;
      if (layer instanceof InputScaling scaling) {
        steps.add(weights -> scaling.apply(in, out));
      } else if (layer instanceof ArrayLayer array) {
        addArrayStep(array, in, inShape, stride, out, model, converter, kernels);
      } else if (layer instanceof AveragePool) {
        int inStride = stride;
        steps.add(weights -> average(in, inStride, inShape.positions(), out));
      } else if (layer instanceof ResidualAdd add) {
        float[] from = Objects.requireNonNull(byName.get(add.from()));
        Shape fromShape = Objects.requireNonNull(shapeByName.get(add.from()));
        steps.add(weights -> add(in, inShape, from, fromShape, out, outShape));
      }
      byName.put(layer.name(), out);
      shapeByName.put(layer.name(), outShape);
      tensor = out;
      shape = outShape;
      stride = outStride;
    }
    this.output = tensor;
  }

  private void addArrayStep(
      ArrayLayer layer,
      float[] in,
      Shape inShape,
      int inStride,
      float[] out,
      Model model,
      Converter converter,
      Kernels kernels) {
    int index = arrayRuns.size();
    LayerRun run =
        new LayerRun(
            layer,
            inShape,
            inStride,
            kernels,
            converter,
            model.ranges().gain(),
            model.ranges().dacRanges().get(index),
            model.ranges().weightMax().get(index));
    arrayRuns.add(run);
    steps.add(weights -> run.run(in, weights.weights(index), weights.correction(index), out));
  }

  List<LayerRun> arrayRuns() {
    return arrayRuns;
  }

  /** Runs one tensor through the network; gives a fresh array of logits. */
  float[] run(float[] tensor, Weights weights) {
    if (tensor.length != input.length) {
      throw new IllegalArgumentException(
          "network "
              + network.name()
              + ": wants "
              + network.input()
              + " = "
              + input.length
              + " numbers, got "
              + tensor.length);
    }
    System.arraycopy(tensor, 0, input, 0, input.length);
    for (Step step : steps) {
      step.run(weights);
    }
    return java.util.Arrays.copyOf(output, network.labels().size());
  }

  private static void average(float[] in, int inStride, int places, float[] out) {
    java.util.Arrays.fill(out, 0f);
    for (int at = 0; at < in.length; at += inStride) {
      for (int c = 0; c < inStride; c++) {
        out[c] += in[at + c];
      }
    }
    for (int c = 0; c < inStride; c++) {
      out[c] /= places;
    }
  }

  private static void add(
      float[] in, Shape inShape, float[] from, Shape fromShape, float[] out, Shape outShape) {
    java.util.Arrays.fill(out, 0f);
    addInto(in, inShape, out, outShape);
    addInto(from, fromShape, out, outShape);
  }

  private static void addInto(float[] in, Shape inShape, float[] out, Shape outShape) {
    int inStride = in.length / inShape.positions();
    int outStride = out.length / outShape.positions();
    for (int p = 0; p < inShape.positions(); p++) {
      for (int c = 0; c < inShape.channels(); c++) {
        out[p * outStride + c] += in[p * inStride + c];
      }
    }
  }
}
