package org.analognets.training.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.analognets.analog.network.Affine;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;

/** The parameters of a network while it is trained; the architecture stays what it is. */
final class TrainedNetwork {
  private final Network architecture;
  private final InputScaling scaling;
  private final Map<String, LayerParameters> layers = new LinkedHashMap<>();

  /** Natural logarithm of S, the ADC gain that all layers share. */
  private final Parameter logGain = new Parameter("logGain", 1, false);

  TrainedNetwork(Network architecture, InputScaling scaling, long seed) {
    this.architecture = architecture;
    this.scaling = scaling;
    int index = 0;
    for (ArrayLayer layer : architecture.arrayLayers()) {
      LayerParameters parameters = new LayerParameters(layer);
      parameters.initialise(Randoms.derive(seed, "weights", index++));
      layers.put(layer.name(), parameters);
    }
  }

  Network architecture() {
    return architecture;
  }

  InputScaling scaling() {
    return scaling;
  }

  LayerParameters layer(String name) {
    return Objects.requireNonNull(layers.get(name), name);
  }

  List<LayerParameters> layers() {
    return List.copyOf(layers.values());
  }

  Parameter logGain() {
    return logGain;
  }

  List<Parameter> trained() {
    List<Parameter> list = new ArrayList<>();
    layers.values().forEach(layer -> list.addAll(layer.trained()));
    list.add(logGain);
    return list;
  }

  List<Parameter> all() {
    List<Parameter> list = new ArrayList<>();
    layers.values().forEach(layer -> list.addAll(layer.all()));
    list.add(logGain);
    return list;
  }

  /** Starts the slow averages anew from the values. */
  void resetAverages() {
    for (Parameter p : all()) {
      System.arraycopy(p.value, 0, p.average, 0, p.value.length);
    }
  }

  /** The immutable network of the averaged parameters, batch norm folded into each column's affine. */
  Network toNetwork() {
    Network network = architecture;
    for (Layer layer : architecture.layers()) {
      if (layer instanceof InputScaling) {
        network =
            network.withLayer(
                new InputScaling(layer.name(), scaling.means(), scaling.inverseDeviations()));
      } else if (layer instanceof ArrayLayer array) {
        network = network.withLayer(folded(array, layer(layer.name())));
      }
    }
    return network;
  }

  private static ArrayLayer folded(ArrayLayer layer, LayerParameters p) {
    int columns = layer.columns();
    float[] weights = new float[layer.rows() * columns];
    for (int row = 0; row < layer.rows(); row++) {
      System.arraycopy(p.weights.average, row * p.columnStride, weights, row * columns, columns);
    }
    float[] scale = new float[columns];
    float[] offset = new float[columns];
    for (int c = 0; c < columns; c++) {
      float inverse =
          1f / (float) Math.sqrt(p.variance.average[c] + LayerParameters.BATCH_NORM_EPSILON);
      scale[c] = p.batchNorm ? p.gamma.average[c] * inverse : 1f;
      offset[c] = p.beta.average[c] - (p.batchNorm ? scale[c] * p.mean.average[c] : 0f);
    }
    return layer.with(new WeightMatrix(layer.rows(), columns, weights), new Affine(scale, offset));
  }
}
