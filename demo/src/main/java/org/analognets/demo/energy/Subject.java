package org.analognets.demo.energy;

import java.util.List;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.Network;

/**
 * A network whose cost is asked for.
 *
 * @param name what tables call it
 * @param network its layers
 * @param origin where it is from, for people
 */
public record Subject(String name, Network network, String origin) {

  /** AnalogNet-KWS with the paper's labels. */
  public static Subject kws() {
    Network network = AnalogNets.kws(AnalogNets.KWS_LABELS);
    return new Subject("kws", network, "AnalogNet-KWS with the paper's 12 labels, reconstructed");
  }

  /** AnalogNet-VWW. */
  public static Subject vww() {
    return new Subject("vww", AnalogNets.vww(), "AnalogNet-VWW, 2 labels, reconstructed");
  }

  /** Both architectures. */
  public static List<Subject> analogNets() {
    return List.of(kws(), vww());
  }
}
