package org.analognets.demo.cli;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.analognets.training.dataset.Clip;
import org.analognets.training.dataset.SpeechCommands;
import org.analognets.training.dataset.Split;

/** Which words of a data set a network learns to tell apart. */
final class KeywordChoice {
  private KeywordChoice() {}

  /**
   * The words that were asked for, or else those with at least half as many training clips as the
   * most frequent one, by name: a data set has far more clips of its keywords than of its fillers.
   *
   * @throws IOException when a word has no training clips
   */
  static List<String> of(SpeechCommands data, List<String> wanted) throws IOException {
    Map<String, Long> counts =
        data.clips(Split.TRAINING).stream()
            .collect(Collectors.groupingBy(Clip::word, TreeMap::new, Collectors.counting()));
    for (String word : wanted) {
      if (!counts.containsKey(word)) {
        throw new IOException(
            "no training clips of '%s'; there are: %s"
                .formatted(word, String.join(", ", counts.keySet())));
      }
    }
    if (counts.isEmpty()) {
      throw new IOException("the data set has no training clips");
    }
    return wanted.isEmpty() ? frequent(counts) : wanted;
  }

  private static List<String> frequent(Map<String, Long> counts) {
    long most = Collections.max(counts.values());
    return counts.entrySet().stream()
        .filter(entry -> 2 * entry.getValue() >= most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
