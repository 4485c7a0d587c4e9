package org.analognets.training.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.analognets.analog.random.Randoms;

/**
 * What an accuracy is measured on, made as the users of Speech Commands do: all keyword clips of a
 * split, other words as "unknown" sampled to 10 % of the set, silence from the background noise to 10
 * % (zeros where the data set has none).
 *
 * @param samples one clip of a second each, 16,000 floats in [-1, 1]; shorter ones zero-padded
 * @param labels index of the right answer for each
 */
public record ClipSet(List<float[]> samples, int[] labels) {
  private static final int CLIP_SAMPLES = 16_000;
  private static final double SHARE = 0.1;

  public ClipSet {
    samples = List.copyOf(samples);
    if (samples.size() != labels.length) {
      throw new IllegalArgumentException(
          "clip set: " + samples.size() + " clips but " + labels.length + " labels");
    }
  }

  public int size() {
    return labels.length;
  }

  /**
   * Builds the set of one part, or of all where {@code clips} are all.
   *
   * @param seed decides which other words and which stretches of noise
   */
  public static ClipSet of(SpeechCommands data, List<Clip> clips, LabelSet labelSet, long seed) {
    List<float[]> samples = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Clip> others = new ArrayList<>();
    for (Clip clip : clips) {
      if (labelSet.isKeyword(clip.word())) {
        samples.add(padded(clip.samples()));
        labels.add(labelSet.of(clip.word()));
      } else {
        others.add(clip);
      }
    }
    if (samples.isEmpty()) {
      throw new IllegalArgumentException(
          "clip set: no clip of a keyword ("
              + String.join(", ", labelSet.keywords())
              + ") among "
              + clips.size()
              + " clips");
    }
    int share = (int) Math.round(samples.size() * SHARE / (1 - 2 * SHARE));
    Random shuffler = new Random(Randoms.key(seed, "unknown"));
    Collections.shuffle(others, shuffler);
    for (Clip clip : others.subList(0, Math.min(share, others.size()))) {
      samples.add(padded(clip.samples()));
      labels.add(labelSet.of(clip.word()));
    }
    Random noise = new Random(Randoms.key(seed, "silence"));
    for (int i = 0; i < share; i++) {
      samples.add(silence(data.noises(), noise));
      labels.add(labelSet.silence());
    }
    return new ClipSet(samples, labels.stream().mapToInt(Integer::intValue).toArray());
  }

  /** A stretch of background noise at a volume uniform in 0..1. */
  private static float[] silence(List<Clip> noises, Random random) {
    float[] clip = new float[CLIP_SAMPLES];
    if (!noises.isEmpty()) {
      short[] noise = noises.get(random.nextInt(noises.size())).samples();
      int start = random.nextInt(Math.max(1, noise.length - CLIP_SAMPLES));
      float volume = random.nextFloat();
      for (int i = 0; i < Math.min(CLIP_SAMPLES, noise.length); i++) {
        clip[i] = volume * noise[start + i] / 32768f;
      }
    }
    return clip;
  }

  /** The first second as floats, zeros after a shorter clip. */
  static float[] padded(short[] samples) {
    float[] clip = new float[CLIP_SAMPLES];
    for (int i = 0; i < Math.min(samples.length, CLIP_SAMPLES); i++) {
      clip[i] = samples[i] / 32768f;
    }
    return clip;
  }
}
