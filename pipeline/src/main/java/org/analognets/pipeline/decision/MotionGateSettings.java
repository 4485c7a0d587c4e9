package org.analognets.pipeline.decision;

/**
 * When a picture is too still to be worth an inference.
 *
 * @param threshold smallest mean absolute difference of luminance (0..1) to the last inferred
 *     picture that counts as motion, above 0 and below 1
 * @param longestSeconds longest time without an inference, however still; above 0
 */
public record MotionGateSettings(double threshold, double longestSeconds) {

  /**
   * Checks each setting.
   *
   * @throws IllegalArgumentException naming the setting and what it must be
   */
  public MotionGateSettings {
    require(
        threshold > 0 && threshold < 1, "motion threshold must be between 0 and 1: " + threshold);
    require(
        longestSeconds > 0 && Double.isFinite(longestSeconds),
        "longest time without an inference must be more than 0 s: " + longestSeconds);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * Half a percent, about twice what a webcam's noise leaves after downscaling, and an inference
   * every 10 s at least.
   */
  public static MotionGateSettings defaults() {
    return new MotionGateSettings(0.005, 10);
  }

  /** These settings with another threshold. */
  public MotionGateSettings withThreshold(double difference) {
    return new MotionGateSettings(difference, longestSeconds);
  }

  /** These settings with another longest time. */
  public MotionGateSettings withLongestSeconds(double seconds) {
    return new MotionGateSettings(threshold, seconds);
  }
}
