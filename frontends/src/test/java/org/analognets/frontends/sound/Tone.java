package org.analognets.frontends.sound;

/** Sines, and how strong one of them is in a signal. */
final class Tone {
  private Tone() {}

  static float[] sine(double hz, double amplitude, int rateHz, int samples) {
    float[] sine = new float[samples];
    for (int i = 0; i < samples; i++) {
      sine[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / rateHz));
    }
    return sine;
  }

  /** Amplitude of one frequency in the middle half of a signal, through a Hann window. */
  static double amplitude(float[] signal, double hz, int rateHz) {
    int start = signal.length / 4;
    int length = signal.length / 2;
    double cos = 0;
    double sin = 0;
    double weight = 0;
    for (int i = 0; i < length; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
      double phase = 2 * Math.PI * hz * (start + i) / rateHz;
      cos += window * signal[start + i] * Math.cos(phase);
      sin += window * signal[start + i] * Math.sin(phase);
      weight += window;
    }
    return 2 * Math.hypot(cos, sin) / weight;
  }

  /** Amplitude of the sine that would have the energy of the signal's middle half. */
  static double amplitude(float[] signal) {
    int start = signal.length / 4;
    int length = signal.length / 2;
    double energy = 0;
    for (int i = start; i < start + length; i++) {
      energy += signal[i] * signal[i];
    }
    return Math.sqrt(2 * energy / length);
  }
}
