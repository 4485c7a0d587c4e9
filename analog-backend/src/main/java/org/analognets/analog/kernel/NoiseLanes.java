package org.analognets.analog.kernel;

import java.util.random.RandomGenerator;

/**
 * {@value Kernels#LANES} independent xoshiro128++ generators (Blackman and Vigna, 2019) in the
 * layout that vector registers want: word w of lane l at {@code state[w * LANES + l]}.
 *
 * <p>The number of lanes is fixed, whatever the machine's vector width, so that results repeat
 * everywhere. Not thread-safe: one for each reader.
 */
public final class NoiseLanes {
  static final int WORDS = 4;

  final int[] state = new int[WORDS * Kernels.LANES];

  private NoiseLanes() {}

  /** Lanes seeded by a generator that was derived for this purpose. */
  public static NoiseLanes from(RandomGenerator seeder) {
    NoiseLanes lanes = new NoiseLanes();
    lanes.reseed(seeder);
    return lanes;
  }

  /** Starts all lanes anew without allocating; an all-zero state, the one bad one, can't occur. */
  public void reseed(RandomGenerator seeder) {
    for (int i = 0; i < state.length; i++) {
      state[i] = seeder.nextInt();
    }
    for (int lane = 0; lane < Kernels.LANES; lane++) {
      state[lane] |= 1;
    }
  }
}
