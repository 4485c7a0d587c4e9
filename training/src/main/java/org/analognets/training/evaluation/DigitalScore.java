package org.analognets.training.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a network does in float arithmetic.
 *
 * @param accuracy share of right answers, in 0..1
 * @param byLabel the same for the examples of each label that occurs, in the network's order
 */
public record DigitalScore(double accuracy, Map<String, Double> byLabel) {

  public DigitalScore {
    byLabel = Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
  }
}
