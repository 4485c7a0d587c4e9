package org.analognets.pipeline.decision;

import java.util.Arrays;

/**
 * Mean of the last posteriors, label by label.
 *
 * <p>While fewer results than the capacity have come, the mean is over those. It is summed afresh
 * each time: a dozen labels cost nothing, and a running sum would drift. Allocates nothing after
 * construction. Not thread-safe.
 */
public final class PosteriorSmoother {

  private final float[][] results;
  private final double[] mean;
  private int count;
  private int next;

  /**
   * A smoother that has seen nothing.
   *
   * @param labels how many posteriors each result has
   * @param capacity how many results the mean covers
   * @throws IllegalArgumentException if either is below 1
   */
  public PosteriorSmoother(int labels, int capacity) {
    if (labels < 1 || capacity < 1) {
      throw new IllegalArgumentException(
          "labels and capacity must be at least 1: " + labels + ", " + capacity);
    }
    results = new float[capacity][labels];
    mean = new double[labels];
  }

  /**
   * Takes in one result; the oldest is forgotten when the smoother is full.
   *
   * @param posteriors one for each label; copied
   * @throws IllegalArgumentException if there are more or fewer
   */
  public void add(float[] posteriors) {
    if (posteriors.length != mean.length) {
      throw new IllegalArgumentException(
          "expected " + mean.length + " posteriors, got " + posteriors.length);
    }
    System.arraycopy(posteriors, 0, results[next], 0, mean.length);
    next = (next + 1) % results.length;
    count = Math.min(count + 1, results.length);
    average();
  }

  private void average() {
    for (int label = 0; label < mean.length; label++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += results[i][label];
      }
      mean[label] = sum / count;
    }
  }

  /** How many results the mean is over. */
  public int count() {
    return count;
  }

  /** The smoothed posterior of a label; 0 before the first result. */
  public double score(int label) {
    return mean[label];
  }

  /** The label with the highest smoothed posterior; the first of equals. */
  public int best() {
    int best = 0;
    for (int label = 1; label < mean.length; label++) {
      if (mean[label] > mean[best]) {
        best = label;
      }
    }
    return best;
  }

  /** Forgets everything. */
  public void reset() {
    count = 0;
    next = 0;
    Arrays.fill(mean, 0);
  }
}
