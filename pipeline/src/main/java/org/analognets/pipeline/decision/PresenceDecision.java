package org.analognets.pipeline.decision;

import java.util.List;
import java.util.Optional;

/**
 * Turns the posteriors of pictures into "person came" (a detection of {@value #PERSON}) and "person
 * left" (one of {@value #NO_PERSON}), by turns, beginning with the former.
 *
 * <p>While nobody is there, a person came once the median has reached the threshold for as many
 * results in a row as confirm. While a person is there, the person left once the median has been
 * below the clearing threshold for as many in a row as clear. So a held score fires once at most.
 *
 * <p>Allocates only when it fires. Not thread-safe.
 */
public final class PresenceDecision implements Decision {

  /** The label of a person, who came when it is detected. */
  public static final String PERSON = "person";

  /** The label of nobody: the person left when it is detected. */
  public static final String NO_PERSON = "no_person";

  private final PresenceSettings settings;
  private final Threshold threshold;
  private final PosteriorMedian median;
  private final int person;
  private boolean present;
  private int inARow;

  /** As the other one, and keeps to the threshold of its settings. */
  public PresenceDecision(PresenceSettings settings, List<String> labels) {
    this(settings, new Threshold(settings.threshold()), labels);
  }

  /**
   * A decision that has seen nothing, with nobody there.
   *
   * @param threshold counts instead of that of the settings, and may change between two results; the
   *     clearing threshold moves with it
   * @param labels the network's labels, in the order of its posteriors
   * @throws IllegalArgumentException if none of them is {@value #PERSON}
   */
  public PresenceDecision(PresenceSettings settings, Threshold threshold, List<String> labels) {
    person = labels.indexOf(PERSON);
    if (person < 0) {
      throw new IllegalArgumentException(
          "a network that sees persons needs the label '" + PERSON + "', has " + labels);
    }
    this.settings = settings;
    this.threshold = threshold;
    median = new PosteriorMedian(settings.medianCount());
  }

  @Override
  public Optional<Detection> decide(float[] posteriors, double streamSeconds) {
    median.add(posteriors[person]);
    double score = median.value();
    inARow = countsForChange(score) ? inARow + 1 : 0;
    if (inARow < (present ? settings.clearCount() : settings.confirmCount())) {
      return Optional.empty();
    }
    present = !present;
    inARow = 0;
    return Optional.of(
        present
            ? new Detection(PERSON, score, streamSeconds)
            : new Detection(NO_PERSON, 1 - score, streamSeconds));
  }

  private boolean countsForChange(double score) {
    return present
        ? score < settings.clearThreshold(threshold.score())
        : score >= threshold.score();
  }

  /**
   * Begins anew after a break in the view: earlier results no longer count. A person who was there
   * still is, until results say otherwise.
   */
  @Override
  public void reset() {
    median.reset();
    inARow = 0;
  }
}
