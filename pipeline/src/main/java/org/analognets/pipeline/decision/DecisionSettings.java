package org.analognets.pipeline.decision;

import java.util.Set;

/**
 * When smoothed posteriors become a wake event.
 *
 * <p>The method is that of TensorFlow's {@code recognize_commands}: mean of the last posteriors,
 * threshold, minimum count, suppression after a detection. Its code defaults to 1000 ms, 0.2 and
 * 500 ms; its streaming test, which scores recordings as we do, to 500 ms, 0.7 and 1500 ms, at a
 * stride of 30 ms. {@link #defaults()} departs from the latter where a hop of 100 ms and a listener
 * in the room ask for it:
 *
 * <table>
 *   <caption>Defaults</caption>
 *   <tr><th>setting</th><th>value</th><th>why</th></tr>
 *   <tr><td>smoothing</td><td>0.5 s</td><td>as TensorFlow's test: a word of half a second lies
 *       whole in a window of one second for about five hops, so five results see it</td></tr>
 *   <tr><td>threshold</td><td>0.7</td><td>as TensorFlow's test</td></tr>
 *   <tr><td>minimum count</td><td>3</td><td>as TensorFlow</td></tr>
 *   <tr><td>refractory</td><td>1 s</td><td>until the word has left the window, whose remainder may
 *       look like another one; 1.5 s would swallow the second of two quick words</td></tr>
 *   <tr><td>re-arm</td><td>0.7 of the threshold</td><td>TensorFlow fires a label again only after
 *       another one was on top, so "yes, yes" depends on what the pause looks like; here the score
 *       has to fall, which any pause makes it do</td></tr>
 *   <tr><td>muted</td><td>{@code _silence_}, {@code _unknown_}</td><td>TensorFlow's names of what
 *       is no keyword</td></tr>
 * </table>
 *
 * @param smoothingSeconds how much of the past the mean covers
 * @param threshold smallest smoothed posterior that fires, above 0 and at most 1
 * @param minimumCount how many results the mean needs before it is trusted, at least 1
 * @param refractorySeconds after a detection, how long nothing fires
 * @param rearmFraction a label that fired fires again only after its smoothed posterior fell below
 *     this fraction of the threshold, above 0 and at most 1
 * @param mutedLabels labels that never fire; names the network doesn't have do no harm
 */
public record DecisionSettings(
    double smoothingSeconds,
    double threshold,
    int minimumCount,
    double refractorySeconds,
    double rearmFraction,
    Set<String> mutedLabels) {

  /**
   * Checks each setting by itself.
   *
   * @throws IllegalArgumentException naming the setting and what it must be
   */
  public DecisionSettings {
    require(
        smoothingSeconds > 0 && Double.isFinite(smoothingSeconds),
        "smoothing must be longer than 0 s: " + smoothingSeconds);
    checkThreshold(threshold);
    require(minimumCount >= 1, "minimum count must be at least 1: " + minimumCount);
    require(
        refractorySeconds >= 0 && Double.isFinite(refractorySeconds),
        "refractory time can't be negative: " + refractorySeconds);
    require(
        rearmFraction > 0 && rearmFraction <= 1,
        "re-arm fraction must be in (0, 1]: " + rearmFraction);
    mutedLabels = Set.copyOf(mutedLabels);
  }

  static void checkThreshold(double score) {
    require(score > 0 && score <= 1, "threshold must be in (0, 1]: " + score);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The settings of the table above. */
  public static DecisionSettings defaults() {
    return new DecisionSettings(0.5, 0.7, 3, 1.0, 0.7, Set.of("_silence_", "_unknown_"));
  }

  /** The smoothed posterior below which a label that fired is armed again, at a threshold. */
  public double rearmLevel(double score) {
    return rearmFraction * score;
  }

  /** How many results the mean covers when one arrives every {@code hopSeconds}; at least one. */
  public int smoothingCount(double hopSeconds) {
    return (int) Math.max(1, Math.round(smoothingSeconds / hopSeconds));
  }

  /**
   * Checks that the smoothing window can hold the minimum count at a hop.
   *
   * @throws IllegalArgumentException if it can't, so that nothing would ever fire
   */
  public void requireHop(double hopSeconds) {
    int capacity = smoothingCount(hopSeconds);
    require(
        capacity >= minimumCount,
        "smoothing over "
            + smoothingSeconds
            + " s holds "
            + capacity
            + " results at a hop of "
            + hopSeconds
            + " s, fewer than the minimum count "
            + minimumCount
            + ": smooth longer, hop shorter or lower the minimum count");
  }

  /** These settings with another smoothing window. */
  public DecisionSettings withSmoothingSeconds(double seconds) {
    return new DecisionSettings(
        seconds, threshold, minimumCount, refractorySeconds, rearmFraction, mutedLabels);
  }

  /** These settings with another threshold; the re-arm level moves with it. */
  public DecisionSettings withThreshold(double score) {
    return new DecisionSettings(
        smoothingSeconds, score, minimumCount, refractorySeconds, rearmFraction, mutedLabels);
  }

  /** These settings with another minimum count. */
  public DecisionSettings withMinimumCount(int count) {
    return new DecisionSettings(
        smoothingSeconds, threshold, count, refractorySeconds, rearmFraction, mutedLabels);
  }

  /** These settings with another refractory time. */
  public DecisionSettings withRefractorySeconds(double seconds) {
    return new DecisionSettings(
        smoothingSeconds, threshold, minimumCount, seconds, rearmFraction, mutedLabels);
  }

  /** These settings with another re-arm fraction. */
  public DecisionSettings withRearmFraction(double fraction) {
    return new DecisionSettings(
        smoothingSeconds, threshold, minimumCount, refractorySeconds, fraction, mutedLabels);
  }

  /** These settings with other labels that never fire. */
  public DecisionSettings withMutedLabels(Set<String> labels) {
    return new DecisionSettings(
        smoothingSeconds, threshold, minimumCount, refractorySeconds, rearmFraction, labels);
  }
}
