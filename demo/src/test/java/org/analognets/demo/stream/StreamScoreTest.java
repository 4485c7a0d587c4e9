package org.analognets.demo.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.analognets.pipeline.decision.Detection;
import org.analognets.training.stream.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamScoreTest {
  private static final Utterance GO = new Utterance(10, 10.5, "go");

  @ParameterizedTest
  @CsvSource({
    "9.99, 0, 1", // before the word
    "10.0, 1, 0", // as it begins
    "10.3, 1, 0",
    "12.0, 1, 0", // 1.5 s after its end
    "12.01, 0, 1"
  })
  void hitLiesBetweenTheWordsStartAndPatienceAfterItsEnd(double at, int hits, int falseAccepts) {
    StreamScore score = score(List.of(detection("go", at)), GO);
    assertThat(score.hits()).isEqualTo(hits);
    assertThat(score.falseAccepts()).isEqualTo(falseAccepts);
    assertThat(score.misses()).isEqualTo(1 - hits);
  }

  @Test
  void anUtteranceIsHitOnce() {
    StreamScore score = score(List.of(detection("go", 10.6), detection("go", 11.6)), GO);
    assertThat(score.hits()).isEqualTo(1);
    assertThat(score.falseAccepts()).isEqualTo(1);
  }

  @Test
  void anotherWordIsAFalseAcceptAndAMiss() {
    StreamScore score = score(List.of(detection("no", 10.6)), GO);
    assertThat(score.hits()).isZero();
    assertThat(score.misses()).isEqualTo(1);
    assertThat(score.falseAccepts()).isEqualTo(1);
    assertThat(score.falseRejectRate()).isEqualTo(1);
  }

  @Test
  void aRepeatedWordIsHitAsOftenAsItIsSaid() {
    StreamScore score =
        score(
            List.of(detection("go", 10.8), detection("go", 11.8)),
            GO,
            new Utterance(11, 11.5, "go"));
    assertThat(score.hits()).isEqualTo(2);
    assertThat(score.falseAccepts()).isZero();
    assertThat(score.latenciesSeconds().get(1)).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void wordsOutsideTheVocabularyNeedNotBeFound() {
    StreamScore score = score(List.of(), new Utterance(3, 3.5, "marvin"));
    assertThat(score.keywords()).isZero();
    assertThat(score.misses()).isZero();
    assertThat(score.falseRejectRate()).isZero();
  }

  @Test
  void wakingAtAnUnknownWordIsAFalseAccept() {
    StreamScore score = score(List.of(detection("go", 3.6)), new Utterance(3, 3.5, "marvin"));
    assertThat(score.falseAccepts()).isEqualTo(1);
  }

  @Test
  void falseAcceptsAreCountedForAnHour() {
    // Two in half a minute are 240 in an hour.
    StreamScore score = score(List.of(detection("go", 1), detection("no", 4)));
    assertThat(score.falseAcceptsPerHour()).isCloseTo(240, within(1e-9));
  }

  @Test
  void latencyCountsFromTheWordsEndAndIsNegativeWhileItIsSpoken() {
    StreamScore score =
        score(
            List.of(detection("go", 10.3), detection("no", 15)), GO, new Utterance(14, 14.4, "no"));
    assertThat(score.latenciesSeconds().get(0)).isCloseTo(-0.2, within(1e-9));
    assertThat(score.medianLatencySeconds()).isCloseTo((-0.2 + 0.6) / 2, within(1e-9));
  }

  @Test
  void medianLatencyOfNoHitIsNotANumber() {
    assertThat(score(List.of(), GO).medianLatencySeconds()).isNaN();
  }

  private static StreamScore score(List<Detection> detections, Utterance... said) {
    return StreamScore.of(detections, List.of(said), Set.of("go", "no"), 30);
  }

  private static Detection detection(String word, double seconds) {
    return new Detection(word, 0.9f, seconds);
  }
}
