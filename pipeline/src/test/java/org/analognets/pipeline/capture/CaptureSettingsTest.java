package org.analognets.pipeline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureSettingsTest {

  private static final CaptureSettings DEFAULTS = CaptureSettings.defaults();

  static Stream<Arguments> badSettings() {
    return Stream.of(
        bad("buffer must hold at least 1 frame: 0", s -> s.withBufferFrames(0)),
        bad("shortest backoff must be longer than 0 s: 0.0", s -> s.withBackoffSeconds(0, 1)),
        bad(
            "longest backoff can't be shorter than the shortest: 1.0",
            s -> s.withBackoffSeconds(2, 1)),
        bad("silence after the end can't be negative: -1", s -> s.withTailFrames(-1)));
  }

  private static Arguments bad(String message, Consumer<CaptureSettings> change) {
    return Arguments.of(message, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badSettings")
  void aSettingOutsideItsRangeIsRefusedByName(String message, Consumer<CaptureSettings> change) {
    assertThatThrownBy(() -> change.accept(DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void eachWitherChangesItsOwnSetting() {
    CaptureSettings changed =
        DEFAULTS.withBufferFrames(3).withBackoffSeconds(1, 2).withPaced(true).withTailFrames(4);

    assertThat(changed).isEqualTo(new CaptureSettings(3, 1, 2, true, 4));
  }
}
