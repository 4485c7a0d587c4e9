package org.analognets.analog.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.analognets.analog.network.Network;

/**
 * A trained network with what the analog side needs beside it.
 *
 * @param network the digital network
 * @param ranges of the converters
 * @param trainedBits width of the converters that the network was trained with, 0 for none
 * @param facts front end, data set, licence and training figures, as text by name
 */
public record Model(
    Network network, ConverterRanges ranges, int trainedBits, Map<String, String> facts) {

  public Model {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    if (trainedBits < 0) {
      throw new IllegalArgumentException(
          "model " + network.name() + ": trained bits must be 0 or more, were " + trainedBits);
    }
    int layers = network.arrayLayers().size();
    if (ranges.dacRanges().size() != layers) {
      throw new IllegalArgumentException(
          "model "
              + network.name()
              + ": "
              + layers
              + " layers on the array but converter ranges"
              + " for "
              + ranges.dacRanges().size());
    }
  }

  /** The same model with one more fact, or another text for a known one. */
  public Model withFact(String factName, String text) {
    Map<String, String> changed = new TreeMap<>(facts);
    changed.put(factName, text);
    return new Model(network, ranges, trainedBits, changed);
  }
}
