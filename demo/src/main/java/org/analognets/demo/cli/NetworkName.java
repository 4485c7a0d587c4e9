package org.analognets.demo.cli;

import java.util.Locale;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.Shape;

/** The networks that can be trained, evaluated and sensed with. */
enum NetworkName {
  /** AnalogNet-KWS: keywords. */
  KWS,
  /** AnalogNet-VWW: persons. */
  VWW;

  private Shape input() {
    return this == KWS ? AnalogNets.KWS_INPUT : AnalogNets.VWW_INPUT;
  }

  private boolean fits(Network network) {
    return network.input().equals(input());
  }

  /**
   * Which of these a network is like.
   *
   * @param from where it is from, for the message
   * @throws IllegalArgumentException one line, when it is like none
   */
  static NetworkName of(Network network, Object from) {
    for (NetworkName name : values()) {
      if (name.fits(network)) {
        return name;
      }
    }
    throw new IllegalArgumentException(
        "%s: holds network '%s', which takes %s values; neither sound nor pictures have those"
            .formatted(from, network.name(), network.input()));
  }

  /**
   * Refuses a network that is none of these.
   *
   * @param from where it is from, for the message
   * @throws IllegalArgumentException one line
   */
  void require(Network network, Object from) {
    if (!fits(network)) {
      throw new IllegalArgumentException(
          "%s: holds network '%s', which takes %s values; wanted is one like %s, which takes %s"
              .formatted(from, network.name(), network.input(), this, input()));
    }
  }

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
