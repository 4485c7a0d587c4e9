package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MfccTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "639, 0",
    "640, 1",
    "959, 1",
    "960, 2",
    "16000, 49",
    "16319, 49",
    "16320, 50"
  })
  void onlyWholeFramesMakeColumns(int samples, int columns) {
    assertThat(Mfcc.columns(samples)).isEqualTo(columns);
  }

  @Test
  void silenceSitsOnTheLogFloor() {
    float[] silence = new Mfcc().matrix(new float[Mfcc.FRAME_SAMPLES]);
    double floor = Math.sqrt(2.0 / 40) * 40 * Math.log(1e-12);
    assertThat((double) silence[0]).isCloseTo(floor, within(1e-3));
    for (int c = 1; c < Mfcc.COEFFICIENTS; c++) {
      assertThat((double) silence[c]).as("coefficient %d", c).isCloseTo(0, within(1e-3));
    }
  }

  @Test
  void gainMovesOnlyTheFirstCoefficient() {
    float[] loud = chirp(1f);
    float[] soft = chirp(0.5f);
    float[] difference = new float[Mfcc.COEFFICIENTS];
    float[] loudColumn = new Mfcc().matrix(loud);
    float[] softColumn = new Mfcc().matrix(soft);
    for (int c = 0; c < difference.length; c++) {
      difference[c] = loudColumn[c] - softColumn[c];
    }
    assertThat((double) difference[0])
        .isCloseTo(Math.sqrt(2.0 / 40) * 40 * Math.log(2), within(1e-3));
    for (int c = 1; c < difference.length; c++) {
      assertThat((double) difference[c]).as("coefficient %d", c).isCloseTo(0, within(1e-3));
    }
  }

  @Test
  void samplesBeyondTheGivenLengthAreIgnored() {
    float[] clip = Arrays.copyOf(chirp(0.5f), 2 * Mfcc.FRAME_SAMPLES);
    float[] expected = new Mfcc().matrix(Arrays.copyOf(clip, 1000));
    Arrays.fill(clip, 1000, clip.length, 0.9f);
    float[] actual = new float[3 * Mfcc.COEFFICIENTS];
    new Mfcc().matrix(clip, 1000, actual);
    assertThat(Arrays.copyOf(actual, expected.length)).containsExactly(expected);
    assertThat(Arrays.copyOfRange(actual, expected.length, actual.length)).containsOnly(0f);
  }

  /** One frame that sweeps over all bands, far above the noise floor in each. */
  private static float[] chirp(float amplitude) {
    float[] frame = new float[Mfcc.FRAME_SAMPLES];
    for (int i = 0; i < frame.length; i++) {
      double seconds = (double) i / Mfcc.SAMPLE_RATE_HZ;
      frame[i] = (float) (amplitude * Math.sin(2 * Math.PI * (50 + 50_000 * seconds) * seconds));
    }
    return frame;
  }
}
