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
    if (!(startSeconds >= 0) || !(endSeconds > startSeconds)) {
      throw new IllegalArgumentException(
          "utterance '"
              + word
              + "': must end after it starts, was "
              + startSeconds
              + ".."
              + endSeconds
              + " s");
    }
  }
}
