package org.analognets.pipeline.decision;

/**
 * When the posteriors of a person become "person came" and "person left".
 *
 * <p>Known from camera software: a median over the last results takes out single pictures that go
 * wrong, a clearing threshold below the threshold keeps a score that wavers between them from
 * coming and going (hysteresis), and both need several results in a row. With {@link #defaults()} at
 * two pictures a second a person is reported within 1.5 s and gone within 2.5 s: a missed face that
 * looks away is commoner than a person out of nothing.
 *
 * @param threshold smallest median that counts for a person, above 0 and at most 1
 * @param clearFraction a median below this fraction of the threshold counts for nobody, above 0 and
 *     at most 1
 * @param medianCount results that the median covers, at least 1
 * @param confirmCount results in a row that must count for a person before one came, at least 1
 * @param clearCount results in a row that must count for nobody before the person left, at least 1
 */
public record PresenceSettings(
    double threshold, double clearFraction, int medianCount, int confirmCount, int clearCount) {

  /**
   * Checks each setting.
   *
   * @throws IllegalArgumentException naming the setting and what it must be
   */
  public PresenceSettings {
    DecisionSettings.checkThreshold(threshold);
    require(
        clearFraction > 0 && clearFraction <= 1,
        "clearing fraction must be in (0, 1]: " + clearFraction);
    require(medianCount >= 1, "median must cover at least 1 result: " + medianCount);
    require(confirmCount >= 1, "at least 1 result must confirm: " + confirmCount);
    require(clearCount >= 1, "at least 1 result must clear: " + clearCount);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Threshold 0.6, clearing at 0.7 of it, a median over 3, 2 to confirm and 4 to clear. */
  public static PresenceSettings defaults() {
    return new PresenceSettings(0.6, 0.7, 3, 2, 4);
  }

  /** The median below which a result counts for nobody, at a threshold. */
  public double clearThreshold(double score) {
    return clearFraction * score;
  }

  /** Results after which a change of the scene has been decided on, if it is to be one. */
  public int countToDecide() {
    return medianCount / 2 + Math.max(confirmCount, clearCount);
  }

  /** These settings with another threshold; the clearing threshold moves with it. */
  public PresenceSettings withThreshold(double score) {
    return new PresenceSettings(score, clearFraction, medianCount, confirmCount, clearCount);
  }

  /** These settings with another clearing fraction. */
  public PresenceSettings withClearFraction(double fraction) {
    return new PresenceSettings(threshold, fraction, medianCount, confirmCount, clearCount);
  }

  /** These settings with another median. */
  public PresenceSettings withMedianCount(int count) {
    return new PresenceSettings(threshold, clearFraction, count, confirmCount, clearCount);
  }

  /** These settings with another number of results to confirm. */
  public PresenceSettings withConfirmCount(int count) {
    return new PresenceSettings(threshold, clearFraction, medianCount, count, clearCount);
  }

  /** These settings with another number of results to clear. */
  public PresenceSettings withClearCount(int count) {
    return new PresenceSettings(threshold, clearFraction, medianCount, confirmCount, count);
  }
}
