package org.analognets.pipeline.decision;

import java.util.Arrays;

/**
 * Median of the last posteriors of one label: unlike a mean it is untouched by a single picture that
 * goes wrong. While fewer results than the capacity have come, it is over those. Allocates nothing
 * after construction. Not thread-safe.
 */
public final class PosteriorMedian {

  private final float[] results;
  private final float[] sorted;
  private int count;
  private int next;

  /**
   * A median that has seen nothing.
   *
   * @param capacity how many results it covers
   * @throws IllegalArgumentException if it is below 1
   */
  public PosteriorMedian(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1: " + capacity);
    }
    results = new float[capacity];
    sorted = new float[capacity];
  }

  /** Takes in one result; the oldest is forgotten when the median is full. */
  public void add(float posterior) {
    results[next] = posterior;
    next = (next + 1) % results.length;
    count = Math.min(count + 1, results.length);
  }

  /** The middle of the results, of an even number the mean of the two in the middle; 0 of none. */
  public double value() {
    if (count == 0) {
      return 0;
    }
    System.arraycopy(results, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    return (sorted[(count - 1) / 2] + (double) sorted[count / 2]) / 2;
  }

  /** Forgets everything. */
  public void reset() {
    count = 0;
    next = 0;
  }
}
