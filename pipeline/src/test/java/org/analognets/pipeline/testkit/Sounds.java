package org.analognets.pipeline.testkit;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Sound to test with: 16 kHz mono. */
public final class Sounds {

  private Sounds() {}

  /** White noise at a tenth of full scale, the same for the same seed. */
  public static float[] noise(int samples, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    float[] sound = new float[samples];
    for (int i = 0; i < samples; i++) {
      sound[i] = (float) (0.1 * random.nextGaussian());
    }
    return sound;
  }
}
