package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.WavFile;

/** A data set in the layout of Speech Commands whose words are tones. */
final class TinySpeechCommands {
  private TinySpeechCommands() {}

  /** Writes so many one-second clips of each word, each of another speaker. */
  static void write(Path folder, int clips, String... words) throws IOException {
    Random random = new Random(1);
    for (int w = 0; w < words.length; w++) {
      Path word = Files.createDirectories(folder.resolve(words[w]));
      for (int clip = 0; clip < clips; clip++) {
        String name = "%08x_nohash_0.wav".formatted(random.nextInt());
        WavFile.write(word.resolve(name), tone(300 * (w + 1), random));
      }
    }
  }

  private static float[] tone(double hertz, Random random) {
    float[] samples = new float[Mfcc.CLIP_SAMPLES];
    double detuned = hertz * (1 + 0.05 * random.nextGaussian());
    for (int i = 0; i < samples.length; i++) {
      double tone = 0.3 * Math.sin(2 * Math.PI * detuned * i / Mfcc.SAMPLE_RATE_HZ);
      samples[i] = (float) (tone + 0.01 * random.nextGaussian());
    }
    return samples;
  }
}
