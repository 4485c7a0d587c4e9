package org.analognets.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Pictures come every half second; the n-th is at n * 0.5 s. */
class PresenceDecisionTest {

  private static final List<String> LABELS = List.of("no_person", "person");
  private static final PresenceSettings DEFAULTS = PresenceSettings.defaults();
  private static final PresenceSettings AT_ONCE =
      DEFAULTS.withMedianCount(1).withConfirmCount(1).withClearCount(1);

  private final List<Detection> seen = new ArrayList<>();
  private int pictures;

  private static PresenceDecision decision(PresenceSettings settings) {
    return new PresenceDecision(settings, LABELS);
  }

  private void see(PresenceDecision decision, double score, int times) {
    for (int i = 0; i < times; i++) {
      decision.decide(posteriors((float) score), ++pictures * 0.5).ifPresent(seen::add);
    }
  }

  private static float[] posteriors(float person) {
    return new float[] {1 - person, person};
  }

  private static List<Detection> decideAll(List<Float> scores, PresenceSettings settings) {
    PresenceDecision decision = decision(settings);
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      decision.decide(posteriors(scores.get(i)), (i + 1) * 0.5).ifPresent(found::add);
    }
    return found;
  }

  private List<String> labels() {
    return seen.stream().map(Detection::label).toList();
  }

  @Test
  void aPersonComesOnceMedianAndConfirmationAreThere() {
    PresenceDecision decision = decision(DEFAULTS);
    see(decision, 0.1, 5);
    see(decision, 0.9, 5);

    assertThat(labels()).containsExactly("person");
    assertThat(seen.get(0).score()).isCloseTo(0.9, within(1e-6));
    assertThat(seen.get(0).streamSeconds()).isEqualTo((5 + 3) * 0.5);
  }

  @Test
  void aPersonLeavesAfterAsManyPicturesAsClear() {
    PresenceDecision decision = decision(DEFAULTS);
    see(decision, 0.9, 5);
    see(decision, 0.1, 10);

    assertThat(labels()).containsExactly("person", "no_person");
    assertThat(seen.get(1).score()).isCloseTo(0.9, within(1e-6));
    assertThat(seen.get(1).streamSeconds()).isEqualTo((5 + 5) * 0.5);
  }

  @Test
  void aThresholdChangedBetweenTwoResultsCountsFromTheNextOneAndMovesTheClearing() {
    Threshold threshold = new Threshold(0.9);
    PresenceDecision decision = new PresenceDecision(AT_ONCE, threshold, LABELS);
    see(decision, 0.8, 3);
    assertThat(seen).isEmpty();

    threshold.set(0.7);
    see(decision, 0.8, 1);
    assertThat(labels()).containsExactly("person");

    threshold.set(1);
    see(decision, 0.65, 1);
    assertThat(labels()).containsExactly("person", "no_person");
  }

  @Test
  void aSinglePictureNeverFiresByItself() {
    PresenceDecision decision = decision(DEFAULTS.withConfirmCount(1));
    see(decision, 0, 3);
    see(decision, 1, 1);
    see(decision, 0, 3);

    assertThat(seen).isEmpty();
  }

  @Test
  void aFaceTurnedAwayForAMomentDoesNotLeave() {
    PresenceDecision decision = decision(DEFAULTS);
    see(decision, 0.9, 5);
    see(decision, 0.1, 3);
    see(decision, 0.9, 5);

    assertThat(labels()).containsExactly("person");
  }

  @Test
  void betweenTheTwoThresholdsNothingChanges() {
    PresenceDecision decision = decision(AT_ONCE.withThreshold(0.6));
    see(decision, 0.5, 20);
    assertThat(labels()).isEmpty();

    see(decision, 0.7, 1);
    see(decision, 0.5, 20);
    assertThat(labels()).containsExactly("person");

    see(decision, 0.4, 1);
    assertThat(labels()).containsExactly("person", "no_person");
  }

  @Test
  void afterABreakEarlierResultsDoNotCount() {
    PresenceDecision decision = decision(DEFAULTS);
    see(decision, 0.9, 1);
    decision.reset();
    see(decision, 0.9, 1);
    assertThat(seen).isEmpty();

    see(decision, 0.9, 1);
    assertThat(labels()).containsExactly("person");
  }

  @Test
  void aPersonWhoWasThereBeforeABreakStillHasToLeave() {
    PresenceDecision decision = decision(DEFAULTS);
    see(decision, 0.9, 5);
    decision.reset();
    see(decision, 0.1, 4);

    assertThat(labels()).containsExactly("person", "no_person");
  }

  @Test
  void aNetworkThatKnowsNoPersonsIsRefused() {
    assertThatThrownBy(() -> new PresenceDecision(DEFAULTS, List.of("cat", "dog")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a network that sees persons needs the label 'person', has [cat, dog]");
  }

  @Property(tries = 300)
  void comingAndLeavingTakeTurns(
      @ForAll @Size(min = 20, max = 150) List<@FloatRange(min = 0, max = 1) Float> scores,
      @ForAll @IntRange(min = 1, max = 5) int median,
      @ForAll @IntRange(min = 1, max = 3) int confirm,
      @ForAll @IntRange(min = 1, max = 3) int clear) {
    List<Detection> found =
        decideAll(
            scores,
            DEFAULTS.withMedianCount(median).withConfirmCount(confirm).withClearCount(clear));

    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).label()).isEqualTo(i % 2 == 0 ? "person" : "no_person");
    }
  }

  @Property(tries = 300)
  void aConstantScoreFiresAtMostOnce(
      @ForAll @FloatRange(min = 0, max = 1) float score,
      @ForAll @FloatRange(min = 0.01f, max = 1) float threshold,
      @ForAll @IntRange(min = 1, max = 9) int median) {
    List<Detection> found =
        decideAll(
            Collections.nCopies(60, score),
            DEFAULTS.withThreshold(threshold).withMedianCount(median));

    assertThat(found).hasSize((double) score >= threshold ? 1 : 0);
  }

  @Property(tries = 300)
  void everyDetectionHasAScoreBeyondItsThreshold(
      @ForAll @Size(min = 20, max = 150) List<@FloatRange(min = 0, max = 1) Float> scores) {
    assertThat(decideAll(scores, AT_ONCE))
        .allSatisfy(
            detection -> {
              boolean came = detection.label().equals("person");
              double least =
                  came ? AT_ONCE.threshold() : 1 - AT_ONCE.clearThreshold(AT_ONCE.threshold());
              assertThat(detection.score()).isBetween(least, 1.0);
            });
  }

  @Property(tries = 300)
  void changesAreNeverCloserThanTheResultsTheyNeed(
      @ForAll @Size(min = 20, max = 150) List<@FloatRange(min = 0, max = 1) Float> scores,
      @ForAll @IntRange(min = 1, max = 4) int confirm,
      @ForAll @IntRange(min = 1, max = 4) int clear) {
    List<Detection> found =
        decideAll(scores, AT_ONCE.withConfirmCount(confirm).withClearCount(clear));

    for (int i = 1; i < found.size(); i++) {
      double apart = found.get(i).streamSeconds() - found.get(i - 1).streamSeconds();
      int needed = found.get(i).label().equals("person") ? confirm : clear;
      assertThat(apart).isGreaterThanOrEqualTo(needed * 0.5);
    }
  }
}
