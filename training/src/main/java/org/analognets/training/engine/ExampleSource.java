package org.analognets.training.engine;

import java.util.Arrays;

/** Where training examples come from, drawn anew each epoch and independent of threads. */
public interface ExampleSource {

  /** Examples in one epoch. */
  int examplesPerEpoch();

  /** A reader with its own working memory, for one thread. */
  Reader reader();

  /** Makes examples; the same epoch and index give the same example. */
  interface Reader {

    /**
     * Writes one example.
     *
     * @param features written
     * @param target written: how probable each class is, with sum 1; a one and zeros where the answer
     *     is certain
     */
    void read(int epoch, int index, float[] features, float[] target);
  }

  /** The target of an example whose class is certain. */
  static void certain(int label, float[] target) {
    Arrays.fill(target, 0f);
    target[label] = 1f;
  }
}
