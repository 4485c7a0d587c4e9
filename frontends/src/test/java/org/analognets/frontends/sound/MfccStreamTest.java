package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MfccStreamTest {
  private static final int WINDOW = Mfcc.WINDOW_COLUMNS * Mfcc.COEFFICIENTS;

  @Test
  void everyWindowEqualsTheWholeRecordingsColumnsBitForBit() {
    float[] recording = noise(2 * Mfcc.CLIP_SAMPLES, 1);
    float[] whole = new Mfcc().matrix(recording);
    MfccStream stream = new MfccStream();
    float[] window = new float[WINDOW];
    int windows = 0;
    for (int hop = 0; hop < recording.length / Mfcc.HOP_SAMPLES; hop++) {
      stream.push(hop(recording, hop));
      if (stream.ready()) {
        stream.window(window);
        int first = windows++ * Mfcc.COEFFICIENTS;
        assertThat(window).containsExactly(Arrays.copyOfRange(whole, first, first + WINDOW));
      }
    }
    assertThat(windows).isEqualTo(Mfcc.columns(recording.length) - Mfcc.WINDOW_COLUMNS + 1);
  }

  @Test
  void firstWindowIsReadyAfterExactlyOneSecond() {
    MfccStream stream = new MfccStream();
    float[] silence = new float[Mfcc.HOP_SAMPLES];
    while (!stream.ready()) {
      assertThatThrownBy(() -> stream.window(new float[WINDOW]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(stream.samples() + " came so far");
      stream.push(silence);
    }
    assertThat(stream.samples()).isEqualTo(Mfcc.SAMPLE_RATE_HZ);
  }

  @Test
  void aResetStreamRemembersNothing() {
    float[] recording = noise(Mfcc.CLIP_SAMPLES, 2);
    MfccStream stream = new MfccStream();
    for (int hop = 0; hop < 70; hop++) {
      stream.push(hop(noise(Mfcc.HOP_SAMPLES, hop), 0));
    }
    stream.reset();
    assertThat(stream.samples()).isZero();
    for (int hop = 0; hop < recording.length / Mfcc.HOP_SAMPLES; hop++) {
      stream.push(hop(recording, hop));
    }
    float[] window = new float[WINDOW];
    stream.window(window);
    assertThat(window).containsExactly(new Mfcc().matrix(recording));
  }

  @Test
  void aHopOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new MfccStream().push(new float[160]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a hop has 320 samples, not 160");
  }

  private static float[] hop(float[] recording, int hop) {
    int start = hop * Mfcc.HOP_SAMPLES;
    return Arrays.copyOfRange(recording, start, start + Mfcc.HOP_SAMPLES);
  }

  private static float[] noise(int samples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) random.nextDouble(-0.5, 0.5);
    }
    return noise;
  }
}
