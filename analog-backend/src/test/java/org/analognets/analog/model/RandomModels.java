package org.analognets.analog.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.analognets.analog.network.Affine;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.Shape;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;

/** Networks with random parameters whose activations keep their size from layer to layer. */
public final class RandomModels {
  public static final List<String> LABELS =
      List.of(
          "silence", "unknown", "yes", "no", "up", "down", "left", "right", "on", "off", "stop",
          "go");

  private RandomModels() {}

  /** AnalogNet-KWS with the paper's 12 labels. */
  public static Model kws(long seed) {
    return of(AnalogNets.kws(LABELS), seed);
  }

  /** AnalogNet-VWW. */
  public static Model vww(long seed) {
    return of(AnalogNets.vww(), seed);
  }

  /**
   * Fills an architecture: weights N(0, 2 / rows) clipped at 2 sigma, smaller in linear layers
   * since residual adds pile up, scales about one, offsets about zero, input scaling that makes
   * N(3, 4) inputs standard normal, ranges that hardly clip.
   */
  public static Model of(Network architecture, long seed) {
    RandomGenerator random = Randoms.derive(seed, "random model");
    List<Layer> layers = new ArrayList<>();
    List<Float> dacRanges = new ArrayList<>();
    List<Float> weightMax = new ArrayList<>();
    for (Layer layer : architecture.layers()) {
      if (layer instanceof ArrayLayer array) {
        ArrayLayer filled = filled(array, random);
        layers.add(filled);
        dacRanges.add(4f);
        weightMax.add(filled.weights().absMax());
      } else if (layer instanceof InputScaling scaling) {
        layers.add(filled(scaling, random));
      } else {
        layers.add(layer);
      }
    }
    Network network =
        new Network(architecture.name(), architecture.input(), architecture.labels(), layers);
    return new Model(
        network,
        new ConverterRanges(12f, dacRanges, weightMax),
        8,
        Map.of("dataset", "none", "note", "random parameters; two\nlines and an umlaut: ä"));
  }

  /** One random input, N(3, 4). */
  public static float[] input(Shape shape, RandomGenerator random) {
    float[] tensor = new float[shape.size()];
    for (int i = 0; i < tensor.length; i++) {
      tensor[i] = (float) random.nextGaussian(3, 2);
    }
    return tensor;
  }

  private static ArrayLayer filled(ArrayLayer layer, RandomGenerator random) {
    double variance = layer.relu() ? 2 : 0.5;
    double deviation = Math.sqrt(variance / layer.rows());
    float[] weights = new float[layer.weightCount()];
    for (int i = 0; i < weights.length; i++) {
      double x = Math.max(-2, Math.min(2, random.nextGaussian()));
      weights[i] = (float) (x * deviation);
    }
    float[] scales = new float[layer.columns()];
    float[] offsets = new float[layer.columns()];
    for (int c = 0; c < scales.length; c++) {
      scales[c] = (float) random.nextGaussian(1, 0.1);
      offsets[c] = (float) random.nextGaussian(0, 0.1);
    }
    return layer.with(
        new WeightMatrix(layer.rows(), layer.columns(), weights), new Affine(scales, offsets));
  }

  private static InputScaling filled(InputScaling layer, RandomGenerator random) {
    float[] means = layer.means();
    float[] factors = layer.inverseDeviations();
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) random.nextGaussian(3, 0.1);
      factors[i] = (float) random.nextGaussian(0.5, 0.05);
    }
    return new InputScaling(layer.name(), means, factors);
  }
}
