package org.analognets.training.stream;

import org.analognets.training.dataset.Clip;

/**
 * Where the word lies in a clip: from the first to the last frame of 10 ms whose energy is at least 2 %
 * of the loudest frame's.
 *
 * @param from first sample
 * @param to sample after the last
 * @param power mean square between them, full scale being 1
 */
record WordExtent(int from, int to, double power) {
  private static final int FRAME = 160;
  private static final double ENERGY_SHARE = 0.02;

  static WordExtent of(Clip clip) {
    short[] samples = clip.samples();
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
    while (first < last && energy[first] < ENERGY_SHARE * loudest) {
      first++;
    }
    while (last > first && energy[last] < ENERGY_SHARE * loudest) {
      last--;
    }
    double sum = 0;
    for (int f = first; f <= last; f++) {
      sum += energy[f];
    }
    return new WordExtent(first * FRAME, (last + 1) * FRAME, sum / ((last - first + 1) * FRAME));
  }
}
