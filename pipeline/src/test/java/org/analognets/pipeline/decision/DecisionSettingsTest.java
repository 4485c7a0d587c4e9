package org.analognets.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionSettingsTest {

  private static final DecisionSettings DEFAULTS = DecisionSettings.defaults();

  static Stream<Arguments> badSettings() {
    return Stream.of(
        bad("smoothing must be longer than 0 s: 0.0", s -> s.withSmoothingSeconds(0)),
        bad("smoothing must be longer than 0 s: NaN", s -> s.withSmoothingSeconds(Double.NaN)),
        bad("threshold must be in (0, 1]: 0.0", s -> s.withThreshold(0)),
        bad("threshold must be in (0, 1]: 1.1", s -> s.withThreshold(1.1)),
        bad("threshold must be in (0, 1]: NaN", s -> s.withThreshold(Double.NaN)),
        bad("minimum count must be at least 1: 0", s -> s.withMinimumCount(0)),
        bad("refractory time can't be negative: -0.1", s -> s.withRefractorySeconds(-0.1)),
        bad("re-arm fraction must be in (0, 1]: 0.0", s -> s.withRearmFraction(0)),
        bad("re-arm fraction must be in (0, 1]: 1.5", s -> s.withRearmFraction(1.5)));
  }

  private static Arguments bad(String message, Consumer<DecisionSettings> change) {
    return Arguments.of(message, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badSettings")
  void aSettingOutsideItsRangeIsRefusedByName(String message, Consumer<DecisionSettings> change) {
    assertThatThrownBy(() -> change.accept(DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void eachWitherChangesItsOwnSetting() {
    DecisionSettings changed =
        DEFAULTS
            .withSmoothingSeconds(0.3)
            .withThreshold(0.6)
            .withMinimumCount(2)
            .withRefractorySeconds(0.4)
            .withRearmFraction(0.5)
            .withMutedLabels(Set.of("noise"));

    assertThat(changed).isEqualTo(new DecisionSettings(0.3, 0.6, 2, 0.4, 0.5, Set.of("noise")));
  }

  @Test
  void theRearmLevelMovesWithTheThreshold() {
    assertThat(DEFAULTS.rearmLevel(0.5)).isCloseTo(0.35, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 5", "0.02, 25", "0.3, 2", "2.0, 1"})
  void theMeanCoversTheSmoothingTime(double hopSeconds, int count) {
    assertThat(DEFAULTS.smoothingCount(hopSeconds)).isEqualTo(count);
  }
}
