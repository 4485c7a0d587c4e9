package org.analognets.demo.cli;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.analognets.analog.model.ConverterRanges;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.Affine;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;

/** Keyword networks that learnt nothing, for tests that need any network in a file. */
final class RandomModels {
  private static final float CLIP = 2f;

  private RandomModels() {}

  /** AnalogNet-KWS with random weights. */
  static Model kws(List<String> labels, long seed) {
    RandomGenerator random = Randoms.derive(seed, "random model");
    Network network = AnalogNets.kws(labels);
    for (ArrayLayer layer : network.arrayLayers()) {
      network = network.withLayer(filled(layer, random));
    }
    int layers = network.arrayLayers().size();
    return new Model(
        network,
        new ConverterRanges(
            12f,
            Collections.nCopies(layers, 4f),
            network.arrayLayers().stream().map(layer -> layer.weights().absMax()).toList()),
        8,
        Map.of());
  }

  private static ArrayLayer filled(ArrayLayer layer, RandomGenerator random) {
    double deviation = Math.sqrt(2.0 / layer.rows());
    float[] weights = new float[layer.weightCount()];
    for (int i = 0; i < weights.length; i++) {
      double x = Math.max(-CLIP, Math.min(CLIP, random.nextGaussian()));
      weights[i] = (float) (x * deviation);
    }
    return layer.with(
        new WeightMatrix(layer.rows(), layer.columns(), weights), Affine.identity(layer.columns()));
  }
}
