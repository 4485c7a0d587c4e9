package org.analognets.training.dataset;

/** Mean power of the word in a recording, leaving the pauses around and inside it out. */
final class SpeechPower {
  private static final int FRAME_SAMPLES = 160;

  /** A frame belongs to the word while its energy is above this part of the loudest frame's. */
  private static final double WORD_ENERGY_SHARE = 0.02;

  private SpeechPower() {}

  static double of(float[] sound, int length) {
    int frames = length / FRAME_SAMPLES;
    double[] energy = new double[frames];
    double loudest = 0;
    for (int f = 0; f < frames; f++) {
      for (int i = f * FRAME_SAMPLES; i < (f + 1) * FRAME_SAMPLES; i++) {
        energy[f] += (double) sound[i] * sound[i];
      }
      loudest = Math.max(loudest, energy[f]);
    }
    double sum = 0;
    int words = 0;
    for (double e : energy) {
      if (e >= WORD_ENERGY_SHARE * loudest) {
        sum += e;
        words++;
      }
    }
    return words == 0 ? 0 : sum / (words * FRAME_SAMPLES);
  }
}
