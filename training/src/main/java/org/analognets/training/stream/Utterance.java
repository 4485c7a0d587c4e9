package org.analognets.training.stream;

/**
 * A word in a recording.
 *
 * @param startSeconds where it begins
 * @param endSeconds where it ends
 * @param word what is said
 */
public record Utterance(double startSeconds, double endSeconds, String word) {

  public Utterance {
    if (!(startSeconds >= 0) || !(endSeconds > startSeconds) || Double.isInfinite(endSeconds)) {
      throw new IllegalArgumentException(
          "utterance '"
              + word
              + "': must start at 0 s or later and end after that, was "
              + startSeconds
              + ".."
              + endSeconds
              + " s");
    }
  }
}
