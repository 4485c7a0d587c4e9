package org.analognets.training;

import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.Convolution;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.ResidualAdd;

/**
 * A teacher for AnalogNet-VWW: its layers, each with three columns for two, which no array holds.
 * It lives in training alone (distillation into noisy networks: Zhou et al., "Noisy Machines", 2020).
 */
final class WideVisionNetwork {
  private WideVisionNetwork() {}

  static Network untrained() {
    Network narrow = AnalogNets.vww();
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : narrow.layers()) {
      layers.add(wide(layer, narrow.input().channels()));
    }
    return new Network("vww-teacher", narrow.input(), narrow.labels(), layers);
  }

  private static Layer wide(Layer layer, int colours) {
    if (layer instanceof Convolution c) {
      int inputs = c.rows() / (c.kernel().height() * c.kernel().width());
      return Convolution.untrained(
          c.name(),
          c.kernel(),
          inputs == colours ? colours : wide(inputs),
          wide(c.columns()),
          c.relu());
    }
    if (layer instanceof Dense d) {
      return Dense.untrained(d.name(), wide(d.rows()), d.columns());
    }
    if (layer instanceof ResidualAdd add) {
      return new ResidualAdd(add.name(), add.from(), wide(add.fromChannels()));
    }
    return layer;
  }

  private static int wide(int channels) {
    return channels * 3 / 2;
  }
}
