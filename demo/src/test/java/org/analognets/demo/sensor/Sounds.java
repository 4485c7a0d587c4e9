package org.analognets.demo.sensor;

import java.util.Random;
import org.analognets.demo.bundled.Recording;
import org.analognets.frontends.sound.Mfcc;

/** Recordings made of noise bursts. */
final class Sounds {
  private Sounds() {}

  /** Quiet, with a loud half second at each of the given times. */
  static Recording bursts(double lengthSeconds, double... startSeconds) {
    float[] samples = new float[(int) (lengthSeconds * Mfcc.SAMPLE_RATE_HZ)];
    Random random = new Random(1);
    for (double start : startSeconds) {
      int from = (int) (start * Mfcc.SAMPLE_RATE_HZ);
      for (int i = from; i < from + Mfcc.SAMPLE_RATE_HZ / 2; i++) {
        samples[i] = (float) (random.nextDouble() - 0.5);
      }
    }
    return new Recording("bursts", samples);
  }
}
