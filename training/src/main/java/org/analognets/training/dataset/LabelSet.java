package org.analognets.training.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * The labels of a keyword network in output order: silence, unknown, then the keywords.
 *
 * @param labels all of them
 */
public record LabelSet(List<String> labels) {
  /** Background noise alone. */
  public static final String SILENCE = "_silence_";

  /** Speech that is none of the keywords. */
  public static final String UNKNOWN = "_unknown_";

  public LabelSet {
    labels = List.copyOf(labels);
    if (labels.size() < 3
        || !labels.get(0).equals(SILENCE)
        || !labels.get(1).equals(UNKNOWN)
        || labels.stream().distinct().count() != labels.size()) {
      throw new IllegalArgumentException(
          "labels: want " + SILENCE + ", " + UNKNOWN + " and distinct keywords, got " + labels);
    }
  }

  /** Silence and unknown ahead of the keywords. */
  public static LabelSet ofKeywords(List<String> keywords) {
    List<String> labels = new ArrayList<>(List.of(SILENCE, UNKNOWN));
    labels.addAll(keywords);
    return new LabelSet(labels);
  }

  /** The words that the network tells apart. */
  public List<String> keywords() {
    return labels.subList(2, labels.size());
  }

  /** Index of silence. */
  public int silence() {
    return 0;
  }

  /** Index of a word: its own where it is a keyword, else that of unknown. */
  public int of(String word) {
    int index = labels.indexOf(word);
    return index >= 2 ? index : 1;
  }

  public boolean isKeyword(String word) {
    return labels.indexOf(word) >= 2;
  }
}
