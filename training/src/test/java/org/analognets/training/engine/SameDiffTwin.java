package org.analognets.training.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.ResidualAdd;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network written a second time in ND4J's SameDiff, which differentiates it by itself, in double
 * precision.
 *
 * <p>A converter becomes {@code x + e r} inside its range and {@code sign(x) r} outside, where e is
 * what the engine's converter rounded: the function whose derivative straight-through gradients
 * claim to be.
 */
final class SameDiffTwin {
  private final SameDiff graph = SameDiff.create();
  private final TrainedNetwork network;
  private final Shard shard;
  private final int samples;
  private final int bits;
  private final Map<String, float[]> weightOffsets;
  private final SDVariable logGain;
  private final SDVariable logits;

  /**
   * @param shard has run forward on the same inputs: its converters' rounding is taken from there
   * @param bits width of the converters, 0 for none
   * @param weightOffsets added to the weights of a layer in the forward pass, as noise is
   */
  SameDiffTwin(
      TrainedNetwork network,
      Shard shard,
      float[][] inputs,
      int bits,
      Map<String, float[]> weightOffsets) {
    this.network = network;
    this.shard = shard;
    this.samples = inputs.length;
    this.bits = bits;
    this.weightOffsets = weightOffsets;
    this.logGain = variable("logGain", new double[] {network.logGain().value[0]}, 1);
    this.logits = forward(scaled(inputs));
  }

  /** Loss of the objective, a mean over the samples, against these targets and a teacher's logits. */
  SDVariable loss(Objective objective, double[] hard, float[][] teacher) {
    int classes = network.architecture().labels().size();
    SDVariable rows = logits.reshape(samples, classes);
    double[] soft = new double[samples * classes];
    double temperature = objective.temperature();
    for (int s = 0; s < samples; s++) {
      double total = 0;
      for (int c = 0; c < classes; c++) {
        soft[s * classes + c] = Math.exp(teacher[s][c] / temperature);
        total += soft[s * classes + c];
      }
      for (int c = 0; c < classes; c++) {
        soft[s * classes + c] /= total;
      }
    }
    double share = objective.teacherShare();
    SDVariable own = crossEntropy(rows, hard).mul(1 - share);
    SDVariable taught =
        crossEntropy(rows.div(temperature), soft).mul(share * temperature * temperature);
    SDVariable loss = own.add("loss", taught);
    graph.setLossVariables(loss);
    return loss;
  }

  /** Gradients of the loss by the engine's parameter names. */
  Map<String, double[]> gradients(List<String> parameters) {
    Map<String, double[]> gradients = new HashMap<>();
    graph
        .calculateGradients(Map.of(), parameters)
        .forEach((name, values) -> gradients.put(name, values.dup('c').data().asDouble()));
    return gradients;
  }

  private SDVariable crossEntropy(SDVariable rows, double[] targets) {
    int classes = targets.length / samples;
    SDVariable target = constant(targets, samples, classes);
    return graph.nn().logSoftmax(rows).mul(target).sum().mul(-1.0 / samples);
  }

  private SDVariable forward(SDVariable input) {
    Map<String, SDVariable> byName = new HashMap<>();
    Map<String, Integer> channels = new HashMap<>();
    SDVariable x = input;
    int width = network.architecture().input().channels();
    int arrayLayers = 0;
    for (Layer layer : network.architecture().layers()) {
      if (layer instanceof ArrayLayer array) {
        x = arrayLayer(x, array, shard.arraySteps().get(arrayLayers++));
        width = array.columns();
      } else if (layer instanceof AveragePool) {
        x = x.mean(true, 1, 2);
      } else if (layer instanceof ResidualAdd add) {
        int other = channels.get(add.from());
        int wider = Math.max(width, other);
        x = padded(x, width, wider).add(padded(byName.get(add.from()), other, wider));
        width = wider;
      }
      byName.put(layer.name(), x);
      channels.put(layer.name(), width);
    }
    return x;
  }

  private SDVariable arrayLayer(SDVariable input, ArrayLayer layer, ArrayStep step) {
    LayerParameters p = network.layer(layer.name());
    Kernel kernel = layer.kernel();
    int rowChannels = layer.rows() / (kernel.height() * kernel.width());
    long[] shape = {kernel.height(), kernel.width(), rowChannels, layer.columns()};
    SDVariable weights = variable(p.weights.name, matrix(p, p.weights.value), shape);
    if (weightOffsets.containsKey(layer.name())) {
      weights = weights.add(constant(matrix(p, weightOffsets.get(layer.name())), shape));
    }
    SDVariable x = input;
    SDVariable dac = graph.math().exp(variable(p.logDacRange.name, p.logDacRange.value, 1));
    if (bits > 0) {
      Activations in = step.input();
      x = converted(x, dac, in.value, in.channelStride, in.shape.channels());
    }
    SDVariable sums =
        graph
            .cnn()
            .conv2d(
                x,
                weights,
                Conv2DConfig.builder()
                    .kH(kernel.height())
                    .kW(kernel.width())
                    .sH(kernel.stride())
                    .sW(kernel.stride())
                    .paddingMode(PaddingMode.SAME)
                    .dataFormat("NHWC")
                    .weightsFormat(WeightsFormat.YXIO)
                    .build());
    if (bits > 0) {
      SDVariable adc = graph.math().exp(logGain).mul(dac).mul(p.frozenMax);
      sums = converted(sums, adc, step.lastSums(), p.columnStride, layer.columns());
    }
    return digital(sums, p, layer);
  }

  private SDVariable digital(SDVariable sums, LayerParameters p, ArrayLayer layer) {
    SDVariable y = sums;
    if (p.batchNorm) {
      SDVariable mean = y.mean(true, 0, 1, 2);
      SDVariable centred = y.sub(mean);
      SDVariable variance = centred.mul(centred).mean(true, 0, 1, 2);
      y =
          centred
              .div(graph.math().sqrt(variance.add(LayerParameters.BATCH_NORM_EPSILON)))
              .mul(variable(p.gamma.name, p.gamma.value, layer.columns()));
    }
    y = y.add(variable(p.beta.name, p.beta.value, layer.columns()));
    return layer.relu() ? graph.nn().relu(y, 0) : y;
  }

  /** The engine's values tell what was rounded, and where the range was left. */
  private SDVariable converted(
      SDVariable x, SDVariable range, float[] values, int stride, int channels) {
    float r = (float) range.eval().getDouble(0);
    float[] quantized = new float[values.length];
    Quantizers.quantize(values, quantized, values.length, r, Quantizers.levels(bits));
    long[] shape = x.eval().shape();
    int places = (int) (shape[0] * shape[1] * shape[2]);
    double[] inside = new double[places * channels];
    double[] slope = new double[places * channels];
    for (int place = 0; place < places; place++) {
      for (int c = 0; c < channels; c++) {
        int from = place * stride + c;
        boolean in = Math.abs(values[from]) <= r;
        inside[place * channels + c] = in ? 1 : 0;
        slope[place * channels + c] =
            in ? ((double) quantized[from] - values[from]) / r : Math.signum(values[from]);
      }
    }
    return x.mul(constant(inside, shape)).add(constant(slope, shape).mul(range));
  }

  private SDVariable padded(SDVariable x, int channels, int wider) {
    if (channels == wider) {
      return x;
    }
    long[] shape = x.eval().shape();
    shape[3] = (long) wider - channels;
    return graph.concat(3, x, graph.constant(Nd4j.zeros(DataType.DOUBLE, shape)));
  }

  private SDVariable scaled(float[][] inputs) {
    float[] mean = network.scaling().means();
    float[] inverse = network.scaling().inverseDeviations();
    double[] values = new double[samples * inputs[0].length];
    for (int s = 0; s < samples; s++) {
      for (int i = 0; i < inputs[s].length; i++) {
        int at = i % mean.length;
        values[s * inputs[s].length + i] = ((double) inputs[s][i] - mean[at]) * inverse[at];
      }
    }
    var shape = network.architecture().input();
    return constant(values, samples, shape.height(), shape.width(), shape.channels());
  }

  /** Without the columns that pad a row. */
  private static double[] matrix(LayerParameters p, float[] padded) {
    int columns = p.layer.columns();
    double[] values = new double[p.layer.rows() * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = padded[i / columns * p.columnStride + i % columns];
    }
    return values;
  }

  private SDVariable variable(String name, float[] values, int length) {
    double[] copy = new double[length];
    Arrays.setAll(copy, i -> values[i]);
    return variable(name, copy, length);
  }

  private SDVariable variable(String name, double[] values, long... shape) {
    return graph.var(name, array(values, shape));
  }

  private SDVariable constant(double[] values, long... shape) {
    return graph.constant(array(values, shape));
  }

  private static INDArray array(double[] values, long... shape) {
    return Nd4j.createFromArray(values).reshape(shape);
  }
}
