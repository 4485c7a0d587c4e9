package org.analognets.training.engine;

import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Convolution;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.ResidualAdd;
import org.analognets.analog.network.Shape;
import org.analognets.analog.random.Randoms;

/** Networks small enough to check number by number. */
final class TinyNetworks {
  /** Input of both networks: odd and even sides, so that 'same' padding is uneven. */
  static final Shape INPUT = new Shape(7, 6, 2);

  static final List<String> LABELS = List.of("a", "b", "c");

  private TinyNetworks() {}

  /** Every kind of layer: strides 1 and 2, with and without ReLU, a widening residual add. */
  static Network everyLayer() {
    return new Network(
        "every-layer",
        INPUT,
        LABELS,
        List.of(
            InputScaling.none("scaling", INPUT.width() * INPUT.channels()),
            Convolution.untrained("conv0", new Kernel(3, 2, 1), 2, 5, true),
            Convolution.untrained("conv1", new Kernel(3, 3, 2), 5, 6, true),
            Convolution.untrained("conv2", new Kernel(3, 3, 1), 6, 4, false),
            new ResidualAdd("add", "conv1", 6),
            new AveragePool("pool"),
            Dense.untrained("dense", 6, LABELS.size())));
  }

  /** A chain with two convolutions: quick to train. */
  static Network chain() {
    return new Network(
        "chain",
        INPUT,
        LABELS,
        List.of(
            InputScaling.none("scaling", INPUT.width() * INPUT.channels()),
            Convolution.untrained("conv0", new Kernel(3, 3, 1), 2, 8, true),
            Convolution.untrained("conv1", new Kernel(3, 3, 2), 8, 8, true),
            new AveragePool("pool"),
            Dense.untrained("dense", 8, LABELS.size())));
  }

  /** Shifts and stretches its input, differently in each place of a row. */
  static InputScaling scaling() {
    int n = INPUT.width() * INPUT.channels();
    float[] mean = new float[n];
    float[] inverse = new float[n];
    for (int i = 0; i < n; i++) {
      mean[i] = 0.1f * i - 0.5f;
      inverse[i] = 1f + 0.05f * i;
    }
    return new InputScaling("scaling", mean, inverse);
  }

  /** Random weights, and batch norm that does something: gamma about 1, beta about 0. */
  static TrainedNetwork random(Network architecture, long seed) {
    TrainedNetwork network = new TrainedNetwork(architecture, scaling(), seed);
    RandomGenerator random = Randoms.derive(seed, "batch norm");
    for (LayerParameters layer : network.layers()) {
      for (int c = 0; c < layer.layer.columns(); c++) {
        layer.gamma.value[c] = 1 + 0.3f * (float) random.nextGaussian();
        layer.beta.value[c] = 0.3f * (float) random.nextGaussian();
      }
    }
    network.resetAverages();
    return network;
  }

  /** Standard-normal tensors in a shard; also handed back. */
  static float[][] fill(Shard shard, long seed) {
    RandomGenerator random = Randoms.derive(seed, "inputs");
    float[][] inputs = new float[shard.capacity()][shard.inputSize()];
    for (int s = 0; s < inputs.length; s++) {
      for (int i = 0; i < inputs[s].length; i++) {
        inputs[s][i] = (float) random.nextGaussian();
      }
      shard.setInput(s, inputs[s]);
    }
    return inputs;
  }
}
