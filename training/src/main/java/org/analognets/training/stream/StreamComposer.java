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
 * @param snrDecibels power of each word over that of the noise; words are brought to one level, as
 *     people speak up in a noisy room
 */
public record StreamComposer(
    double leadSeconds,
    double shortestPauseSeconds,
    double longestPauseSeconds,
    double snrDecibels) {
  private static final int RATE = 16_000;

  /** Every word's mean square: 22 dB below full scale. */
  private static final double WORD_POWER = Math.pow(10, -2.2);

  /** Nearly silent clips are not turned up without end. */
  private static final double MOST_GAIN = 10;

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
    for (int i = 0; i < clips.size(); i++) {
      utterances.add(add(clips.get(i), starts.get(i), sound));
    }
    if (!noises.isEmpty()) {
      Clip noise = noises.get(random.nextInt(noises.size()));
      addNoise(noise.samples(), random, sound);
    }
    limit(sound);
    return new Recording(sound, utterances);
  }

  /** Adds a clip, its word at the common level. */
  private static Utterance add(Clip clip, int start, float[] sound) {
    short[] samples = clip.samples();
    WordExtent word = WordExtent.of(clip);
    double gain = Math.min(Math.sqrt(WORD_POWER / word.power()), MOST_GAIN);
    for (int i = 0; i < samples.length; i++) {
      sound[start + i] += (float) (gain / 32768 * samples[i]);
    }
    return new Utterance(
        (start + word.from()) / (double) RATE, (start + word.to()) / (double) RATE, clip.word());
  }

  /** Loops the noise under the whole recording, at the wanted ratio to the words. */
  private void addNoise(short[] noise, RandomGenerator random, float[] sound) {
    double power = 0;
    for (short s : noise) {
      power += s / 32768.0 * s / 32768.0 / noise.length;
    }
    if (power == 0) {
      return;
    }
    float scale = (float) (Math.sqrt(WORD_POWER / power * Math.pow(10, -snrDecibels / 10)) / 32768);
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
