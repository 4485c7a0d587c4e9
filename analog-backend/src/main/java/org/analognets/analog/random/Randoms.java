package org.analognets.analog.random;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Generators derived from (seed, purpose, indices), so that a draw depends on what it is for and
 * never on which thread made it or what was drawn before.
 */
public final class Randoms {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private Randoms() {}

  /**
   * A fresh generator.
   *
   * @param seed the user's seed
   * @param purpose what is drawn, such as "programming"
   * @param indices which one: chip, layer, inference, sample
   */
  public static RandomGenerator derive(long seed, String purpose, long... indices) {
    return FACTORY.create(key(seed, purpose, indices));
  }

  /** The 64-bit key that {@link #derive} starts its generator from. */
  public static long key(long seed, String purpose, long... indices) {
    long key = mix(seed);
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      key = mix(key ^ b);
    }
    for (long index : indices) {
      key = mix(key ^ mix(index));
    }
    return key;
  }

  /** A bijection of 64 bits that spreads each bit over all (the finaliser of SplitMix64). */
  private static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
