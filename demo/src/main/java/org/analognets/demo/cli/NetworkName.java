package org.analognets.demo.cli;

import java.util.Locale;

/** The networks that can be trained and evaluated. */
enum NetworkName {
  /** AnalogNet-KWS: keywords. */
  KWS;

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
