package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.analognets.pipeline.capture.CaptureSettings;
import org.analognets.pipeline.decision.MotionGateSettings;
import org.analognets.pipeline.decision.PresenceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchSettingsTest {

  private static final WatchSettings DEFAULTS = WatchSettings.defaults();

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 101, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateThatNoCameraHasIsRefused(double framesPerSecond) {
    assertThatThrownBy(() -> DEFAULTS.withFramesPerSecond(framesPerSecond))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pictures a second must be more than 0 and at most 100.0: " + framesPerSecond);
  }

  @Test
  void eachWitherChangesItsOwnSetting() {
    CaptureSettings capture = CaptureSettings.pictures().withPaced(true);
    PresenceSettings decision = PresenceSettings.defaults().withThreshold(0.9);
    MotionGateSettings gate = MotionGateSettings.defaults();
    WatchSettings changed =
        DEFAULTS
            .withCapture(capture)
            .withFramesPerSecond(5)
            .withDecision(decision)
            .withMotionGate(gate)
            .withOnce(true);

    assertThat(changed).isEqualTo(new WatchSettings(capture, 5, decision, Optional.of(gate), true));
  }
}
