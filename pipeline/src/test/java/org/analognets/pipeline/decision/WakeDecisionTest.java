package org.analognets.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Results come every 100 ms; the n-th ends at n * 0.1 s. */
class WakeDecisionTest {

  private static final List<String> LABELS = List.of("_silence_", "_unknown_", "yes", "no");
  private static final double HOP_SECONDS = 0.1;
  private static final DecisionSettings DEFAULTS = DecisionSettings.defaults();

  private final List<Detection> heard = new ArrayList<>();
  private int results;

  private WakeDecision decision(DecisionSettings settings) {
    return new WakeDecision(settings, LABELS, HOP_SECONDS);
  }

  /** Feeds the same result {@code times} times: the label has the score, the others the rest. */
  private void hear(WakeDecision decision, String label, double score, int times) {
    for (int i = 0; i < times; i++) {
      decision.decide(posteriors(label, score), ++results * HOP_SECONDS).ifPresent(heard::add);
    }
  }

  private static float[] posteriors(String label, double score) {
    float[] posteriors = new float[LABELS.size()];
    Arrays.fill(posteriors, (float) ((1 - score) / (LABELS.size() - 1)));
    posteriors[LABELS.indexOf(label)] = (float) score;
    return posteriors;
  }

  private List<String> heardLabels() {
    return heard.stream().map(Detection::label).toList();
  }

  @Test
  void aWordFiresOnceItsMeanReachesTheThreshold() {
    WakeDecision decision = decision(DEFAULTS);
    hear(decision, "_silence_", 1, 5);
    hear(decision, "yes", 1, 5);

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).label()).isEqualTo("yes");
    assertThat(heard.get(0).score()).isCloseTo(0.8, within(1e-6));
    assertThat(heard.get(0).streamSeconds()).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void aHeldScoreFiresOnce() {
    hear(decision(DEFAULTS), "yes", 0.95, 200);

    assertThat(heardLabels()).containsExactly("yes");
  }

  @Test
  void aRepeatedWordFiresAgainAfterThePause() {
    WakeDecision decision = decision(DEFAULTS);
    for (int i = 0; i < 3; i++) {
      hear(decision, "yes", 1, 5);
      hear(decision, "_silence_", 1, 5);
    }

    assertThat(heardLabels()).containsExactly("yes", "yes", "yes");
  }

  @Test
  void aThresholdChangedBetweenTwoResultsCountsFromTheNextOne() {
    Threshold threshold = new Threshold(0.9);
    WakeDecision decision = new WakeDecision(DEFAULTS, threshold, LABELS, HOP_SECONDS);
    hear(decision, "yes", 0.8, 10);
    assertThat(heard).isEmpty();

    threshold.set(0.75);
    hear(decision, "yes", 0.8, 1);
    assertThat(heardLabels()).containsExactly("yes");

    threshold.set(0.95);
    hear(decision, "_silence_", 1, 10);
    hear(decision, "no", 0.9, 10);
    assertThat(heardLabels()).containsExactly("yes");
  }

  @Test
  void anImpossibleThresholdIsRefusedAndTheOldOneStays() {
    Threshold threshold = new Threshold(0.5);
    for (double wrong : new double[] {0, -0.1, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> threshold.set(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("threshold must be in (0, 1]");
    }
    assertThat(threshold.score()).isEqualTo(0.5);
  }

  @Test
  void aScoreThatDipsNotBelowTheRearmLevelDoesNotFireAgain() {
    WakeDecision decision = decision(DEFAULTS.withRefractorySeconds(0));
    hear(decision, "yes", 1, 5);
    hear(decision, "yes", 0.55, 10);
    hear(decision, "yes", 1, 10);

    assertThat(heardLabels()).containsExactly("yes");
  }

  @Test
  void aSingleResultNeverFiresByItself() {
    WakeDecision decision = decision(DEFAULTS);
    hear(decision, "_silence_", 1, 5);
    hear(decision, "yes", 1, 1);
    hear(decision, "_silence_", 1, 5);

    assertThat(heard).isEmpty();
  }

  @Test
  void nothingFiresBeforeTheMinimumCount() {
    hear(decision(DEFAULTS), "yes", 1, 3);

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).streamSeconds()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void mutedLabelsNeverFire() {
    WakeDecision decision = decision(DEFAULTS);
    hear(decision, "_silence_", 1, 20);
    hear(decision, "_unknown_", 1, 20);

    assertThat(heard).isEmpty();
  }

  @Test
  void aWordUnderAMutedLabelDoesNotFire() {
    WakeDecision decision = decision(DEFAULTS.withThreshold(0.3));
    for (int i = 0; i < 20; i++) {
      float[] mostlyUnknown = {0, 0.6f, 0.4f, 0};
      decision.decide(mostlyUnknown, ++results * HOP_SECONDS).ifPresent(heard::add);
    }

    assertThat(heard).isEmpty();
  }

  @Test
  void anotherWordWaitsForTheEndOfTheRefractoryTime() {
    WakeDecision decision = decision(DEFAULTS.withRefractorySeconds(2));
    hear(decision, "yes", 1, 5);
    hear(decision, "no", 1, 40);

    assertThat(heardLabels()).containsExactly("yes", "no");
    double apart = heard.get(1).streamSeconds() - heard.get(0).streamSeconds();
    assertThat(apart).isBetween(2.0 - 1e-9, 2.1 + 1e-9);
  }

  @Test
  void afterABreakEarlierResultsDoNotCount() {
    WakeDecision decision = decision(DEFAULTS);
    hear(decision, "yes", 1, 2);
    decision.reset();
    hear(decision, "yes", 1, 2);

    assertThat(heard).isEmpty();
  }

  @Test
  void aSmoothingWindowTooShortForTheMinimumCountIsRefused() {
    assertThatThrownBy(() -> new WakeDecision(DEFAULTS, LABELS, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "smoothing over 0.5 s holds 1 results at a hop of 0.5 s, fewer than the minimum count"
                + " 3: smooth longer, hop shorter or lower the minimum count");
  }

  @Property(tries = 300)
  void detectionsAreNeverCloserThanTheRefractoryTime(
      @ForAll @Size(min = 20, max = 120) List<@IntRange(min = 0, max = 3) Integer> spoken,
      @ForAll @IntRange(min = 0, max = 20) int refractoryHops) {
    double refractorySeconds = refractoryHops * HOP_SECONDS;
    List<Detection> found = decideAll(spoken, DEFAULTS.withRefractorySeconds(refractorySeconds));

    for (int i = 1; i < found.size(); i++) {
      double apart = found.get(i).streamSeconds() - found.get(i - 1).streamSeconds();
      assertThat(apart).isGreaterThanOrEqualTo(refractorySeconds - 1e-9);
    }
  }

  @Property(tries = 300)
  void everyDetectionIsAnUnmutedLabelAtOrAboveTheThreshold(
      @ForAll @Size(min = 20, max = 120) List<@IntRange(min = 0, max = 3) Integer> spoken) {
    assertThat(decideAll(spoken, DEFAULTS))
        .allSatisfy(
            detection -> {
              assertThat(detection.score()).isBetween(DEFAULTS.threshold(), 1.0);
              assertThat(detection.label()).isIn("yes", "no");
            });
  }

  @Property(tries = 300)
  void betweenTwoDetectionsOfALabelItsMeanFellBelowTheRearmLevel(
      @ForAll @Size(min = 20, max = 120) List<@IntRange(min = 0, max = 3) Integer> spoken) {
    WakeDecision decision = decision(DEFAULTS.withRefractorySeconds(0));
    PosteriorSmoother mean = new PosteriorSmoother(LABELS.size(), 5);
    boolean[] fell = {true, true, true, true};
    for (int i = 0; i < spoken.size(); i++) {
      float[] posteriors = posteriors(LABELS.get(spoken.get(i)), 0.97);
      mean.add(posteriors);
      for (int label = 0; label < fell.length; label++) {
        fell[label] |= mean.score(label) < DEFAULTS.rearmLevel(DEFAULTS.threshold());
      }
      decision
          .decide(posteriors, (i + 1) * HOP_SECONDS)
          .map(detection -> LABELS.indexOf(detection.label()))
          .ifPresent(
              label -> {
                assertThat(fell[label]).isTrue();
                fell[label] = false;
              });
    }
  }

  private List<Detection> decideAll(List<Integer> spoken, DecisionSettings settings) {
    WakeDecision decision = decision(settings);
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      float[] posteriors = posteriors(LABELS.get(spoken.get(i)), 0.97);
      decision.decide(posteriors, (i + 1) * HOP_SECONDS).ifPresent(found::add);
    }
    return found;
  }
}
