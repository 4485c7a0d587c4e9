package org.analognets.training.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.analognets.frontends.sound.Mfcc;

/**
 * What happens to a clip on its way into training: shift and noise as TensorFlow's tutorial for Speech
 * Commands does, and more: speed, volume, and SpecAugment's masks (Park et al. 2019).
 *
 * @param shiftSeconds largest shift to either side, zero-filled
 * @param speed largest relative change of speed (and pitch)
 * @param noiseShare part of the examples that get background noise
 * @param noiseVolume largest volume of that noise
 * @param loudNoiseShare part of the noisy examples whose noise is set by its ratio to the word instead:
 *     0..20 dB
 * @param timeMasks masks over up to eight frames each
 * @param coefficientMaskShare part of the examples that lose a coefficient
 * @param channel deviation of a constant added to each coefficient, as another microphone or room
 *     would, in parts of the coefficient's own deviation
 * @param statistics what a masked coefficient becomes, and how far coefficients spread
 */
public record SoundAugmentation(
    double shiftSeconds,
    double speed,
    double noiseShare,
    double noiseVolume,
    double loudNoiseShare,
    int timeMasks,
    double coefficientMaskShare,
    double channel,
    FeatureStatistics statistics) {
  private static final double LOUDER_DB = 6;
  private static final double SOFTER_DB = -8;
  private static final double LOUDEST_SNR_DB = 0;
  private static final double SOFTEST_SNR_DB = 20;
  private static final int MAX_MASKED_FRAMES = 8;
  private static final int CLIP = Mfcc.CLIP_SAMPLES;

  /** What the float stage of the shipped models saw. */
  public static SoundAugmentation moderate(FeatureStatistics statistics) {
    return new SoundAugmentation(0.1, 0.12, 0.8, 0.1, 0, 1, 0.25, 0, statistics);
  }

  /** What the analog stages of the shipped models saw. */
  public static SoundAugmentation strong(FeatureStatistics statistics) {
    return new SoundAugmentation(0.1, 0.15, 0.8, 0.1, 0, 2, 0.25, 0.2, statistics);
  }

  /** The numbers alone, for checkpoints to compare; statistics follow from the data. */
  public String settings() {
    return String.format(
        Locale.ROOT,
        "shift %s s, speed %s, noise %s at %s (%s by ratio), %d masks, %s coefficient masks, channel"
            + " %s",
        shiftSeconds,
        speed,
        noiseShare,
        noiseVolume,
        loudNoiseShare,
        timeMasks,
        coefficientMaskShare,
        channel);
  }

  /** A word: speed, shift, volume, noise. */
  void speech(
      short[] samples, List<Clip> noises, RandomGenerator random, float[] sound, float[] scratch) {
    int length = Math.min(samples.length, CLIP);
    Arrays.fill(scratch, 0f);
    for (int i = 0; i < length; i++) {
      scratch[i] = samples[i] / 32768f;
    }
    finish(scratch, noises, random, sound);
  }

  /** A word played backwards: speech-like, yet no word. */
  void backwards(
      short[] samples, List<Clip> noises, RandomGenerator random, float[] sound, float[] scratch) {
    int length = Math.min(samples.length, CLIP);
    Arrays.fill(scratch, 0f);
    for (int i = 0; i < length; i++) {
      scratch[i] = samples[length - 1 - i] / 32768f;
    }
    finish(scratch, noises, random, sound);
  }

  /** A second out of a longer recording. */
  void stretch(
      short[] samples, List<Clip> noises, RandomGenerator random, float[] sound, float[] scratch) {
    int start = random.nextInt(Math.max(1, samples.length - CLIP));
    Arrays.fill(scratch, 0f);
    for (int i = 0; i < Math.min(CLIP, samples.length - start); i++) {
      scratch[i] = samples[start + i] / 32768f;
    }
    finish(scratch, noises, random, sound);
  }

  /** Background noise alone, at a volume uniform in 0..1. */
  void silence(List<Clip> noises, RandomGenerator random, float[] sound) {
    Arrays.fill(sound, 0f);
    addNoise(noises, random, random.nextFloat(), sound);
  }

  private void finish(float[] clip, List<Clip> noises, RandomGenerator random, float[] sound) {
    double rate = random.nextBoolean() ? 1 + speed * (2 * random.nextDouble() - 1) : 1;
    double shift = (2 * random.nextDouble() - 1) * shiftSeconds * Mfcc.SAMPLE_RATE_HZ;
    double decibels = SOFTER_DB + (LOUDER_DB - SOFTER_DB) * random.nextDouble();
    resample(clip, rate, shift, (float) Math.pow(10, decibels / 20), sound);
    if (random.nextDouble() < noiseShare) {
      boolean loud = loudNoiseShare > 0 && random.nextDouble() < loudNoiseShare;
      if (loud) {
        addLoudNoise(noises, random, sound);
      } else {
        addNoise(noises, random, (float) (noiseVolume * random.nextDouble()), sound);
      }
    }
    for (int i = 0; i < CLIP; i++) {
      sound[i] = Math.max(-1f, Math.min(1f, sound[i]));
    }
  }

  /** Plays the clip faster around its middle, shifted, louder; linear between samples. */
  private static void resample(float[] clip, double rate, double shift, float gain, float[] sound) {
    double middle = CLIP / 2.0;
    for (int i = 0; i < CLIP; i++) {
      double at = middle + (i - middle - shift) * rate;
      int before = (int) Math.floor(at);
      if (before < 0 || before + 1 >= CLIP) {
        sound[i] = 0f;
      } else {
        float part = (float) (at - before);
        sound[i] = gain * (clip[before] * (1 - part) + clip[before + 1] * part);
      }
    }
  }

  private static void addNoise(
      List<Clip> noises, RandomGenerator random, float volume, float[] sound) {
    if (noises.isEmpty()) {
      return;
    }
    short[] noise = noises.get(random.nextInt(noises.size())).samples();
    int start = random.nextInt(Math.max(1, noise.length - CLIP));
    mix(noise, start, volume, sound);
  }

  /** Noise at a ratio to the word that is uniform in 0..20 dB. */
  private static void addLoudNoise(List<Clip> noises, RandomGenerator random, float[] sound) {
    if (noises.isEmpty()) {
      return;
    }
    short[] noise = noises.get(random.nextInt(noises.size())).samples();
    int start = random.nextInt(Math.max(1, noise.length - CLIP));
    double power = 0;
    int length = Math.min(CLIP, noise.length);
    for (int i = 0; i < length; i++) {
      power += noise[start + i] / 32768.0 * noise[start + i] / 32768.0 / length;
    }
    double decibels = LOUDEST_SNR_DB + (SOFTEST_SNR_DB - LOUDEST_SNR_DB) * random.nextDouble();
    if (power > 0) {
      double ratio = SpeechPower.of(sound, CLIP) / power * Math.pow(10, -decibels / 10);
      mix(noise, start, (float) Math.sqrt(ratio), sound);
    }
  }

  private static void mix(short[] noise, int start, float volume, float[] sound) {
    float scale = volume / 32768f;
    for (int i = 0; i < Math.min(CLIP, noise.length); i++) {
      sound[i] += scale * noise[start + i];
    }
  }

  /** Shifts the coefficients as another channel would, then masks frames and coefficients. */
  void disturb(float[] features, RandomGenerator random) {
    float[] mean = statistics.mean();
    int coefficients = mean.length;
    int frames = features.length / coefficients;
    for (int c = 0; channel > 0 && c < coefficients; c++) {
      double constant = channel / statistics.inverseDeviation()[c] * random.nextGaussian();
      for (int f = 0; f < frames; f++) {
        features[f * coefficients + c] += (float) constant;
      }
    }
    for (int mask = 0; mask < timeMasks; mask++) {
      int length = random.nextInt(MAX_MASKED_FRAMES + 1);
      int start = random.nextInt(frames - length + 1);
      for (int f = start; f < start + length; f++) {
        System.arraycopy(mean, 0, features, f * coefficients, coefficients);
      }
    }
    if (random.nextDouble() < coefficientMaskShare) {
      int c = random.nextInt(coefficients);
      for (int f = 0; f < frames; f++) {
        features[f * coefficients + c] = mean[c];
      }
    }
  }
}
