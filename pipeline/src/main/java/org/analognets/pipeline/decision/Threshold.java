package org.analognets.pipeline.decision;

/**
 * The smallest smoothed score that fires, where it can be changed while a stream runs: the next
 * window is decided with the new one. Safe for use by several threads.
 */
public final class Threshold {

  private volatile double score;

  /**
   * A threshold to begin with.
   *
   * @throws IllegalArgumentException if it isn't above 0 and at most 1
   */
  public Threshold(double score) {
    set(score);
  }

  /** The threshold now. */
  public double score() {
    return score;
  }

  /**
   * Changes it.
   *
   * @throws IllegalArgumentException if it isn't above 0 and at most 1
   */
  public void set(double newScore) {
    DecisionSettings.checkThreshold(newScore);
    score = newScore;
  }
}
