package org.analognets.demo.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.WavFile;

/** Recordings joined of single spoken keywords; where they come from is told beside them. */
final class KeywordClips {
  private static final Map<String, String> CLIPS =
      Map.of(
          "yes", "yes_42beb5eb_nohash_1.wav",
          "no", "no_3efef882_nohash_0.wav",
          "up", "up_840c366d_nohash_2.wav",
          "down", "down_5744b6a7_nohash_1.wav",
          "left", "left_2c6d3924_nohash_0.wav",
          "right", "right_422d3197_nohash_0.wav",
          "stop", "stop_c518d1b1_nohash_1.wav",
          "go", "go_5ff3f9a1_nohash_0.wav");

  static final List<String> WORDS = CLIPS.keySet().stream().sorted().toList();

  private static final double FIRST_SECONDS = 1.5;
  private static final double EVERY_SECONDS = 2.2;
  private static final double NOISE = 1e-3;

  private KeywordClips() {}

  /** Writes the words one after another, over faint noise. */
  static Path join(List<String> words, Path target) throws IOException {
    float[] joined = new float[at(FIRST_SECONDS + EVERY_SECONDS * words.size())];
    Random random = new Random(1);
    for (int i = 0; i < joined.length; i++) {
      joined[i] = (float) (NOISE * random.nextGaussian());
    }
    for (int word = 0; word < words.size(); word++) {
      float[] clip = clip(words.get(word));
      int start = at(FIRST_SECONDS + EVERY_SECONDS * word);
      for (int i = 0; i < clip.length; i++) {
        joined[start + i] += clip[i];
      }
    }
    WavFile.write(target, joined);
    return target;
  }

  /** When each word's sound ends in the recording that {@link #join} makes of them, in seconds. */
  static List<Double> ends(List<String> words) throws IOException {
    List<Double> ends = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      ends.add(FIRST_SECONDS + EVERY_SECONDS * word + endSeconds(clip(words.get(word))));
    }
    return ends;
  }

  /** The end of the last frame of 20 ms that is more than a tenth as loud as the loudest. */
  private static double endSeconds(float[] clip) {
    int frames = clip.length / Mfcc.HOP_SAMPLES;
    double[] loudness = new double[frames];
    for (int i = 0; i < frames * Mfcc.HOP_SAMPLES; i++) {
      loudness[i / Mfcc.HOP_SAMPLES] += clip[i] * clip[i];
    }
    double loudest = Arrays.stream(loudness).max().orElseThrow();
    int last = frames - 1;
    while (loudness[last] < loudest / 100) {
      last--;
    }
    return (last + 1.0) * Mfcc.HOP_SAMPLES / Mfcc.SAMPLE_RATE_HZ;
  }

  private static float[] clip(String word) throws IOException {
    String name = Objects.requireNonNull(CLIPS.get(word));
    try (InputStream in =
        Objects.requireNonNull(KeywordClips.class.getResourceAsStream("clips/" + name))) {
      return WavFile.read(in, name);
    }
  }

  private static int at(double seconds) {
    return (int) Math.round(seconds * Mfcc.SAMPLE_RATE_HZ);
  }
}
