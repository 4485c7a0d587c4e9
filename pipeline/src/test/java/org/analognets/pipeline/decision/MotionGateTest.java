package org.analognets.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of four places, one a second unless a test says otherwise. */
class MotionGateTest {

  private static final MotionGateSettings SETTINGS = new MotionGateSettings(0.01, 1000);

  private static float[] grey(double level) {
    float[] tensor = new float[4 * 3];
    Arrays.fill(tensor, (float) level);
    return tensor;
  }

  private static List<Boolean> pass(MotionGate gate, double... levels) {
    List<Boolean> passed = new ArrayList<>();
    for (int second = 0; second < levels.length; second++) {
      passed.add(gate.opens(grey(levels[second]), second));
    }
    return passed;
  }

  @Test
  void aStillSceneCostsOneInference() {
    assertThat(pass(new MotionGate(SETTINGS, 1), 0.5, 0.5, 0.5, 0.505))
        .containsExactly(true, false, false, false);
  }

  @Test
  void aCreepingChangeAddsUpUntilItCounts() {
    assertThat(pass(new MotionGate(SETTINGS, 1), 0.5, 0.504, 0.508, 0.512, 0.516))
        .containsExactly(true, false, false, true, false);
  }

  @Test
  void afterAMotionTheNextPicturesPassToo() {
    assertThat(pass(new MotionGate(SETTINGS, 3), 0.5, 0.5, 0.5, 0.5, 0.9, 0.9, 0.9, 0.9))
        .containsExactly(true, true, true, false, true, true, true, false);
  }

  @Test
  void howeverStillThereIsAnInferenceNowAndThen() {
    MotionGate gate = new MotionGate(SETTINGS.withLongestSeconds(3), 1);

    assertThat(pass(gate, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5))
        .containsExactly(true, false, false, true, false, false, true);
  }

  @Test
  void afterABreakTheNextPicturePasses() {
    MotionGate gate = new MotionGate(SETTINGS, 1);
    pass(gate, 0.5, 0.5);
    gate.reset();

    assertThat(gate.opens(grey(0.5), 3)).isTrue();
    assertThat(gate.opens(grey(0.5), 4)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.299", "1, 0.587", "2, 0.114"})
  void coloursCountByTheirLuminance(int channel, double weight) {
    for (double change : new double[] {0.99 * 0.01 / weight, 1.01 * 0.01 / weight}) {
      MotionGate gate = new MotionGate(SETTINGS, 1);
      float[] tensor = grey(0);
      gate.opens(tensor, 0);
      for (int at = channel; at < tensor.length; at += 3) {
        tensor[at] = (float) change;
      }
      assertThat(gate.opens(tensor, 1)).isEqualTo(change > 0.01 / weight);
    }
  }

  @Test
  void aGateThatNeverOpensIsRefused() {
    assertThatThrownBy(() -> new MotionGate(SETTINGS, 0))
        .hasMessage("at least 1 picture must pass at a motion: 0");
    assertThatThrownBy(() -> SETTINGS.withThreshold(0))
        .hasMessage("motion threshold must be between 0 and 1: 0.0");
    assertThatThrownBy(() -> SETTINGS.withLongestSeconds(0))
        .hasMessage("longest time without an inference must be more than 0 s: 0.0");
  }

  @Property(tries = 300)
  void whatIsHeldBackIsNeitherMotionNorDue(
      @ForAll @Size(min = 5, max = 60) List<@FloatRange(min = 0, max = 1) Float> levels,
      @ForAll @IntRange(min = 1, max = 4) int picturesAfterMotion,
      @ForAll @IntRange(min = 2, max = 9) int longestSeconds) {
    MotionGateSettings settings = new MotionGateSettings(0.2, longestSeconds);
    MotionGate gate = new MotionGate(settings, picturesAfterMotion);
    double lastLevel = Double.NaN;
    int lastSecond = 0;
    for (int second = 0; second < levels.size(); second++) {
      if (gate.opens(grey(levels.get(second)), second)) {
        lastLevel = levels.get(second);
        lastSecond = second;
      } else {
        assertThat(Math.abs(levels.get(second) - lastLevel)).isLessThan(0.2 + 1e-5);
        assertThat(second - lastSecond).isLessThan(longestSeconds);
      }
    }
  }
}
