package org.analognets.training.engine;

/** Where training examples come from, drawn anew each epoch and independent of threads. */
public interface ExampleSource {

  /** Examples in one epoch. */
  int examplesPerEpoch();

  /** A reader with its own working memory, for one thread. */
  Reader reader();

  /** Makes examples; the same epoch and index give the same example. */
  interface Reader {

    /**
     * Writes one example's features.
     *
     * @return its label
     */
    int read(int epoch, int index, float[] features);
  }
}
