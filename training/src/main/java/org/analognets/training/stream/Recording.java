package org.analognets.training.stream;

import java.util.List;

/**
 * A recording and what is said in it.
 *
 * @param samples 16 kHz mono in [-1, 1]
 * @param utterances in order of time
 */
public record Recording(float[] samples, List<Utterance> utterances) {

  public Recording {
    utterances = List.copyOf(utterances);
  }
}
