package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SplitTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/dataset/splits.csv", numLinesToSkip = 1)
  void clipsOfSpeechCommandsFallIntoTheirOfficialPart(String path, String split) {
    assertThat(Split.of(path).label()).isEqualTo(split);
  }

  @Test
  void aSpeakersClipsAreAllInOnePart() {
    Split part = Split.of("bird/bb31b82b_nohash_2.wav");
    assertThat(Split.of("yes/bb31b82b_nohash_0.wav")).isEqualTo(part);
    assertThat(Split.of("bb31b82b_nohash_17.wav")).isEqualTo(part);
  }

  @Test
  void aTenthOfSpeakersIsForValidationAndATenthForTesting() {
    int n = 20_000;
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    for (int i = 0; i < n; i++) {
      counts.merge(Split.of(Integer.toHexString(i * 7919) + "_nohash_0.wav"), 1, Integer::sum);
    }
    // 4 standard errors of a share of 0.1: 4 sqrt(0.1 * 0.9 / n)
    double tolerance = 4 * Math.sqrt(0.09 / n);
    for (Split split : List.of(Split.VALIDATION, Split.TESTING)) {
      assertThat(counts.get(split) / (double) n).isBetween(0.1 - tolerance, 0.1 + tolerance);
    }
  }
}
