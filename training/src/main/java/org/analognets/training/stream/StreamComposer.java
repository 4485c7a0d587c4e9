package org.analognets.training.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.random.Randoms;
import org.analognets.training.dataset.Clip;

/**
 * Composes a recording out of clips, pauses and background noise, as an always-on listener would hear
 * it, and notes where each word lies.
 *
 * @param leadSeconds of noise before the first clip
 * @param shortestPauseSeconds between clips
 * @param longestPauseSeconds between clips
 * @param snrDecibels mean power of the words over that of the noise
 */
public record StreamComposer(
    double leadSeconds,
    double shortestPauseSeconds,
    double longestPauseSeconds,
    double snrDecibels) {
  private static final int RATE = 16_000;
  private static final int FRAME = RATE / 100;

  /** A frame belongs to the word while its energy is above this part of the loudest frame's. */
  private static final double WORD_ENERGY_SHARE = 0.02;

  private static final float LOUDEST = 0.95f;

  public StreamComposer {
    if (!(leadSeconds >= 0)
        || !(shortestPauseSeconds >= 0)
        || !(longestPauseSeconds >= shortestPauseSeconds)) {
      throw new IllegalArgumentException(
          "composer: lead and pauses must be 0 seconds or more, shortest pause first, were "
              + leadSeconds
              + ", "
              + shortestPauseSeconds
              + ", "
              + longestPauseSeconds);
    }
    if (Double.isNaN(snrDecibels)) {
      throw new IllegalArgumentException("composer: the SNR must be a number of decibels");
    }
  }

  /**
   * Strings clips together in their order.
   *
   * @param noises one of them lies under the whole recording; none makes silence
   * @param seed decides pauses and noise
   */
  public Recording compose(List<Clip> clips, List<Clip> noises, long seed) {
    RandomGenerator random = Randoms.derive(seed, "composition");
    List<Integer> starts = new ArrayList<>();
    double at = leadSeconds * RATE;
    for (Clip clip : clips) {
      starts.add((int) at);
      double pause =
          shortestPauseSeconds + (longestPauseSeconds - shortestPauseSeconds) * random.nextDouble();
      at += clip.samples().length + pause * RATE;
    }
    float[] sound = new float[(int) at];
    List<Utterance> utterances = new ArrayList<>();
    double power = 0;
    for (int i = 0; i < clips.size(); i++) {
      power += add(clips.get(i), starts.get(i), sound, utterances) / clips.size();
    }
    if (!noises.isEmpty()) {
      Clip noise = noises.get(random.nextInt(noises.size()));
      addNoise(noise.samples(), power, random, sound);
    }
    limit(sound);
    return new Recording(sound, utterances);
  }

  /** Adds a clip and gives the mean power of its word. */
  private static double add(Clip clip, int start, float[] sound, List<Utterance> utterances) {
    short[] samples = clip.samples();
    for (int i = 0; i < samples.length; i++) {
      sound[start + i] += samples[i] / 32768f;
    }
    int frames = samples.length / FRAME;
    if (frames == 0) {
      throw new IllegalArgumentException(
          "composer: clip " + clip.name() + " is shorter than a frame of 10 ms");
    }
    double[] energy = new double[frames];
    double loudest = 0;
    for (int f = 0; f < frames; f++) {
      for (int i = f * FRAME; i < (f + 1) * FRAME; i++) {
        energy[f] += samples[i] / 32768.0 * samples[i] / 32768.0;
      }
      loudest = Math.max(loudest, energy[f]);
    }
    int first = 0;
    int last = frames - 1;
    while (first < last && energy[first] < WORD_ENERGY_SHARE * loudest) {
      first++;
    }
    while (last > first && energy[last] < WORD_ENERGY_SHARE * loudest) {
      last--;
    }
    double sum = 0;
    for (int f = first; f <= last; f++) {
      sum += energy[f];
    }
    utterances.add(
        new Utterance(
            (start + first * FRAME) / (double) RATE,
            (start + (last + 1) * FRAME) / (double) RATE,
            clip.word()));
    return sum / ((last - first + 1) * FRAME);
  }

  /** Loops the noise under the whole recording, at the wanted ratio to the words. */
  private void addNoise(short[] noise, double wordPower, RandomGenerator random, float[] sound) {
    double power = 0;
    for (short s : noise) {
      power += s / 32768.0 * s / 32768.0 / noise.length;
    }
    if (power == 0) {
      return;
    }
    float scale = (float) (Math.sqrt(wordPower / power * Math.pow(10, -snrDecibels / 10)) / 32768);
    int at = random.nextInt(noise.length);
    for (int i = 0; i < sound.length; i++) {
      sound[i] += scale * noise[(at + i) % noise.length];
    }
  }

  /** Turns the whole down where it would clip. */
  private static void limit(float[] sound) {
    float max = 0;
    for (float s : sound) {
      max = Math.max(max, Math.abs(s));
    }
    if (max > LOUDEST) {
      for (int i = 0; i < sound.length; i++) {
        sound[i] *= LOUDEST / max;
      }
    }
  }
}
