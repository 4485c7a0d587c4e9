package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.analognets.pipeline.capture.CaptureSettings;
import org.analognets.pipeline.decision.DecisionSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

  private static final PipelineSettings DEFAULTS = PipelineSettings.defaults();

  @ParameterizedTest
  @ValueSource(ints = {0, -20, 30, 110})
  void aHopIsAMultipleOfAFrame(int hopMillis) {
    assertThatThrownBy(() -> DEFAULTS.withHopMillis(hopMillis))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hop must be a multiple of 20 ms, and more than 0: " + hopMillis);
  }

  @Test
  void theDefaultHopIsFiveFrames() {
    assertThat(DEFAULTS.hopFrames()).isEqualTo(5);
    assertThat(DEFAULTS.hopSeconds()).isEqualTo(0.1);
  }

  @Test
  void eachWitherChangesItsOwnSetting() {
    CaptureSettings capture = CaptureSettings.defaults().withPaced(true);
    DecisionSettings decision = DecisionSettings.defaults().withThreshold(0.5);

    assertThat(
            DEFAULTS.withCapture(capture).withHopMillis(40).withDecision(decision).withOnce(true))
        .isEqualTo(new PipelineSettings(capture, 40, decision, true));
  }
}
