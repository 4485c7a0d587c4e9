package org.analognets.training.dataset;

/** Sounds that can be told from each other. */
public final class Sounds {
  private static final double RATE = 16_000;

  private Sounds() {}

  /** A steady tone, at a quarter of full scale. */
  public static short[] tone(double hertz, int samples) {
    short[] tone = new short[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (short) Math.round(8192 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return tone;
  }

  /** The same number throughout. */
  public static short[] constant(int value, int samples) {
    short[] sound = new short[samples];
    java.util.Arrays.fill(sound, (short) value);
    return sound;
  }

  /** A clip of the training part. */
  public static Clip clip(String word, String name, short[] samples) {
    return new Clip(word, word + "/" + name, Split.TRAINING, samples);
  }
}
