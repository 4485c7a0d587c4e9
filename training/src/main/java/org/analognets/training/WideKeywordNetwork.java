package org.analognets.training;

import java.util.List;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Convolution;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Network;

/**
 * A teacher for AnalogNet-KWS: its layers, half as wide again, which no array holds beside each other.
 * It lives in training alone (distillation into noisy networks: Zhou et al., "Noisy Machines", 2020).
 */
final class WideKeywordNetwork {
  private static final int WIDTH = 128;
  private static final int WIDEST = 160;

  private WideKeywordNetwork() {}

  static Network untrained(List<String> labels) {
    return new Network(
        "kws-teacher",
        AnalogNets.KWS_INPUT,
        labels,
        List.of(
            InputScaling.none("scaling", AnalogNets.KWS_INPUT.width()),
            Convolution.untrained("conv0", new Kernel(10, 4, 1), 1, WIDTH, true),
            Convolution.untrained("conv1", new Kernel(3, 3, 2), WIDTH, WIDEST, true),
            Convolution.untrained("conv2", new Kernel(3, 3, 1), WIDEST, WIDTH, true),
            Convolution.untrained("conv3", new Kernel(3, 3, 1), WIDTH, WIDTH, true),
            Convolution.untrained("conv4", new Kernel(3, 3, 1), WIDTH, WIDTH, true),
            new AveragePool("pool"),
            Dense.untrained("dense", WIDTH, labels.size())));
  }
}
