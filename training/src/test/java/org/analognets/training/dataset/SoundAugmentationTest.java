package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.random.Randoms;
import org.analognets.frontends.sound.Mfcc;
import org.junit.jupiter.api.Test;

class SoundAugmentationTest {
  private static final int CLIP = Mfcc.CLIP_SAMPLES;
  private static final int DRAWS = 500;
  private static final int FRAMES = Mfcc.WINDOW_COLUMNS;
  private static final int COEFFICIENTS = Mfcc.COEFFICIENTS;
  private static final List<Clip> LOUD =
      List.of(Sounds.clip("_background_noise_", "loud.wav", Sounds.constant(32767, 40_000)));

  private final RandomGenerator random = Randoms.derive(1, "augmentation test");
  private final float[] sound = new float[CLIP];
  private final float[] scratch = new float[CLIP];

  private static SoundAugmentation of(
      double shift, double speed, double noiseShare, int timeMasks, double channel) {
    return new SoundAugmentation(
        shift, speed, noiseShare, 0.1, 0, timeMasks, 0.25, channel, statistics());
  }

  /** Means 100, 101, ..; deviations 1, 2, .. */
  private static FeatureStatistics statistics() {
    float[] mean = new float[COEFFICIENTS];
    float[] inverse = new float[COEFFICIENTS];
    for (int c = 0; c < COEFFICIENTS; c++) {
      mean[c] = 100 + c;
      inverse[c] = 1f / (1 + c);
    }
    return new FeatureStatistics(mean, inverse);
  }

  private static short[] impulses(int... places) {
    short[] clip = new short[CLIP];
    for (int place : places) {
      clip[place] = 8192;
    }
    return clip;
  }

  private int loudest(int from, int to) {
    int best = from;
    for (int i = from; i < to; i++) {
      best = sound[i] > sound[best] ? i : best;
    }
    return best;
  }

  @Test
  void aClipShiftsByNoMoreThanAskedToEitherSide() {
    SoundAugmentation shifting = of(0.1, 0, 0, 0, 0);
    int least = CLIP;
    int most = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      shifting.speech(impulses(8000), List.of(), random, sound, scratch);
      int at = loudest(0, CLIP);
      assertThat(at).isBetween(8000 - 1600, 8000 + 1600);
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    assertThat(least).isLessThan(8000 - 1500);
    assertThat(most).isGreaterThan(8000 + 1500);
  }

  @Test
  void volumeChangesBetweenMinus8And6Decibels() {
    SoundAugmentation loudness = of(0.1, 0, 0, 0, 0);
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      loudness.speech(impulses(8000), List.of(), random, sound, scratch);
      double sum = 0;
      for (float s : sound) {
        sum += s;
      }
      double decibels = 20 * Math.log10(sum / 0.25);
      least = Math.min(least, decibels);
      most = Math.max(most, decibels);
    }
    assertThat(least).isBetween(-8.001, -7.5);
    assertThat(most).isBetween(5.5, 6.001);
  }

  @Test
  void speedStretchesAroundTheMiddleByNoMoreThanAsked() {
    SoundAugmentation speed = of(0, 0.12, 0, 0, 0);
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      speed.speech(impulses(4000, 12_000), List.of(), random, sound, scratch);
      double rate = 8000.0 / (loudest(8000, CLIP) - loudest(0, 8000));
      least = Math.min(least, rate);
      most = Math.max(most, rate);
    }
    assertThat(least).isBetween(0.879, 0.9);
    assertThat(most).isBetween(1.1, 1.121);
  }

  @Test
  void noiseComesToItsShareOfTheExamplesAndStaysBelowItsVolume() {
    SoundAugmentation noisy = of(0, 0, 0.8, 0, 0);
    int n = 2000;
    int heard = 0;
    for (int draw = 0; draw < n; draw++) {
      noisy.speech(new short[CLIP], LOUD, random, sound, scratch);
      assertThat(sound[0]).isBetween(0f, 0.1f);
      heard += sound[0] > 0 ? 1 : 0;
    }
    assertThat(heard / (double) n).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / n)));
  }

  @Test
  void loudNoiseStaysBetween0And20DecibelsBelowTheWord() {
    SoundAugmentation loud = new SoundAugmentation(0, 0, 1, 0.1, 1, 0, 0, 0, statistics());
    short[] word = new short[CLIP];
    System.arraycopy(Sounds.tone(400, 6400), 0, word, 4800, 6400);
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int draw = 0; draw < DRAWS; draw++) {
      loud.speech(word, LOUD, random, sound, scratch);
      // The noise is a constant: heard alone before the word, and the mean within whole periods.
      double noise = sound[0];
      double power = 0;
      for (int i = 4800; i < 11_200; i++) {
        power += (sound[i] - noise) * (sound[i] - noise) / 6400;
      }
      double decibels = 10 * Math.log10(power / (noise * noise));
      least = Math.min(least, decibels);
      most = Math.max(most, decibels);
    }
    assertThat(least).isBetween(-0.1, 1.0);
    assertThat(most).isBetween(19.0, 20.1);
  }

  @Test
  void whateverHappensSamplesStayInFullScale() {
    SoundAugmentation strong = SoundAugmentation.strong(statistics());
    for (int draw = 0; draw < 50; draw++) {
      strong.speech(Sounds.constant(32767, CLIP), LOUD, random, sound, scratch);
      for (float s : sound) {
        assertThat(s).isBetween(-1f, 1f);
      }
    }
  }

  @Test
  void silenceIsNoiseAtAVolumeUniformBetweenZeroAndOne() {
    SoundAugmentation any = of(0, 0, 0, 0, 0);
    int n = 2000;
    double sum = 0;
    for (int draw = 0; draw < n; draw++) {
      any.silence(LOUD, random, sound);
      assertThat(sound[0]).isBetween(0f, 1f);
      sum += sound[0];
    }
    assertThat(sum / n).isCloseTo(0.5, within(4 * Math.sqrt(1 / 12.0 / n)));
  }

  @Test
  void playedBackwardsAClipIsItsMirrorImage() {
    SoundAugmentation plain = of(0, 0, 0, 0, 0);
    plain.backwards(impulses(3000), List.of(), random, sound, scratch);
    assertThat(loudest(0, CLIP)).isEqualTo(CLIP - 1 - 3000);
  }

  @Test
  void aStretchIsCutOutOfTheLongRecording() {
    short[] ramp = new short[CLIP + 100];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (short) i;
    }
    for (int draw = 0; draw < 20; draw++) {
      of(0, 0, 0, 0, 0).stretch(ramp, List.of(), random, sound, scratch);
      // Slope 1 at some gain, so any two samples give the gain, and one of them the start.
      double gain = (sound[10_000] - sound[0]) / 10_000;
      assertThat(sound[0] / gain).isBetween(-0.5, 100.5);
    }
  }

  @Test
  void masksPutTheMeanOverAtMostEightFramesEachAndNowAndThenACoefficient() {
    SoundAugmentation masking = of(0, 0, 0, 2, 0);
    int n = 2000;
    int lostCoefficients = 0;
    for (int draw = 0; draw < n; draw++) {
      float[] features = new float[FRAMES * COEFFICIENTS];
      masking.disturb(features, random);
      int frames = 0;
      int coefficients = 0;
      for (int f = 0; f < FRAMES; f++) {
        frames += masked(features, f * COEFFICIENTS, 1, COEFFICIENTS) ? 1 : 0;
      }
      for (int c = 0; c < COEFFICIENTS; c++) {
        coefficients += masked(features, c, COEFFICIENTS, FRAMES) ? 1 : 0;
      }
      assertThat(frames).isLessThanOrEqualTo(16);
      assertThat(coefficients).isLessThanOrEqualTo(1);
      lostCoefficients += coefficients;
    }
    assertThat(lostCoefficients / (double) n)
        .isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / n)));
  }

  /** Whether these places all hold their coefficient's mean. */
  private static boolean masked(float[] features, int from, int step, int count) {
    for (int i = 0; i < count; i++) {
      int at = from + i * step;
      if (features[at] != 100 + at % COEFFICIENTS) {
        return false;
      }
    }
    return true;
  }

  @Test
  void anotherChannelAddsOneConstantToEachCoefficientInPartsOfItsDeviation() {
    SoundAugmentation channel = new SoundAugmentation(0, 0, 0, 0, 0, 0, 0, 0.2, statistics());
    int n = 2000;
    double squares = 0;
    for (int draw = 0; draw < n; draw++) {
      float[] features = new float[FRAMES * COEFFICIENTS];
      channel.disturb(features, random);
      for (int c = 0; c < COEFFICIENTS; c++) {
        double constant = features[c];
        assertThat(features[(FRAMES - 1) * COEFFICIENTS + c]).isEqualTo((float) constant);
        squares += constant / (1 + c) * constant / (1 + c);
      }
    }
    double deviation = Math.sqrt(squares / (n * COEFFICIENTS));
    assertThat(deviation).isCloseTo(0.2, within(4 * 0.2 / Math.sqrt(2.0 * n * COEFFICIENTS)));
  }
}
