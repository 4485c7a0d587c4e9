package org.analognets.metrics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A scrape in Prometheus' text format, taken apart for tests. */
final class Scrape {

  private final List<String> lines;

  Scrape(String text) {
    lines = text.lines().toList();
  }

  /** {@code name type} of each family, in the scrape's order. */
  List<String> families() {
    return lines.stream()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.substring("# TYPE ".length()))
        .toList();
  }

  /** Every series with its value. */
  Map<String, Double> samples() {
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .collect(Collectors.toMap(parts -> parts[0], parts -> Double.valueOf(parts[1])));
  }

  double sample(String series) {
    Double value = samples().get(series);
    if (value == null) {
      throw new AssertionError("no series " + series + " in\n" + String.join("\n", lines));
    }
    return value;
  }

  /** The sum over all series of a family, as PromQL's {@code sum()} gives it. */
  double sum(String family) {
    return samples().entrySet().stream()
        .filter(sample -> sample.getKey().startsWith(family + "{"))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
