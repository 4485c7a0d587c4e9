package org.analognets.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PresenceSettingsTest {

  private static final PresenceSettings DEFAULTS = PresenceSettings.defaults();

  static Stream<Arguments> badSettings() {
    return Stream.of(
        bad("threshold must be in (0, 1]: 0.0", s -> s.withThreshold(0)),
        bad("threshold must be in (0, 1]: 1.1", s -> s.withThreshold(1.1)),
        bad("threshold must be in (0, 1]: NaN", s -> s.withThreshold(Double.NaN)),
        bad("clearing fraction must be in (0, 1]: 0.0", s -> s.withClearFraction(0)),
        bad("median must cover at least 1 result: 0", s -> s.withMedianCount(0)),
        bad("at least 1 result must confirm: 0", s -> s.withConfirmCount(0)),
        bad("at least 1 result must clear: 0", s -> s.withClearCount(0)));
  }

  private static Arguments bad(String message, Consumer<PresenceSettings> change) {
    return Arguments.of(message, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badSettings")
  void aSettingOutsideItsRangeIsRefusedByName(String message, Consumer<PresenceSettings> change) {
    assertThatThrownBy(() -> change.accept(DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void eachWitherChangesItsOwnSetting() {
    PresenceSettings changed =
        DEFAULTS
            .withThreshold(0.5)
            .withClearFraction(0.8)
            .withMedianCount(5)
            .withConfirmCount(6)
            .withClearCount(7);

    assertThat(changed).isEqualTo(new PresenceSettings(0.5, 0.8, 5, 6, 7));
    assertThat(changed.clearThreshold(0.5)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void aChangeIsDecidedWithinTheCountToDecide() {
    for (int median = 1; median <= 9; median += 2) {
      PresenceSettings settings = DEFAULTS.withMedianCount(median);
      PresenceDecision decision = new PresenceDecision(settings, List.of("no_person", "person"));
      for (int i = 0; i < 20; i++) {
        assertThat(decision.decide(new float[] {1, 0}, i)).isEmpty();
      }
      int needed = 1;
      while (decision.decide(new float[] {0, 1}, 20 + needed).isEmpty()) {
        needed++;
      }
      assertThat(needed).isLessThanOrEqualTo(settings.countToDecide());
      needed = 1;
      while (decision.decide(new float[] {1, 0}, 60 + needed).isEmpty()) {
        needed++;
      }
      assertThat(needed).isEqualTo(settings.countToDecide());
    }
  }
}
