package org.analognets.analog.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.analognets.analog.Sample;
import org.junit.jupiter.api.Test;

class RandomsTest {

  @Test
  void theSameOriginGivesTheSameDraws() {
    assertThat(Randoms.derive(1, "read", 2, 3).nextLong())
        .isEqualTo(Randoms.derive(1, "read", 2, 3).nextLong());
  }

  @Test
  void everyPartOfTheOriginCounts() {
    Set<Long> keys = new HashSet<>();
    keys.add(Randoms.key(1, "read"));
    keys.add(Randoms.key(2, "read"));
    keys.add(Randoms.key(1, "reads"));
    keys.add(Randoms.key(1, "programming"));
    keys.add(Randoms.key(1, "read", 0));
    keys.add(Randoms.key(1, "read", 1));
    keys.add(Randoms.key(1, "read", 0, 0));
    keys.add(Randoms.key(1, "read", 0, 1));
    keys.add(Randoms.key(1, "read", 1, 0));
    assertThat(keys).hasSize(9);
  }

  @Test
  void keysOfManyChipsAndInferencesAreAllDifferent() {
    Set<Long> keys = new HashSet<>();
    for (long chip = 0; chip < 100; chip++) {
      for (long inference = 0; inference < 1000; inference++) {
        keys.add(Randoms.key(chip, "read", inference));
      }
    }
    assertThat(keys).hasSize(100_000);
  }

  @Test
  void neighbouringOriginsAreUncorrelated() {
    int n = 100_000;
    double[] products = new double[n];
    for (int i = 0; i < n; i++) {
      double a = firstDraw(i);
      double b = firstDraw(i + 1);
      products[i] = a * b;
    }
    new Sample("product of neighbours' first draws", products).assertMean(0);
  }

  private static double firstDraw(int index) {
    RandomGenerator generator = Randoms.derive(7, "read", index);
    return generator.nextDouble() - 0.5;
  }

  @Test
  void oneBitOfTheSeedChangesHalfOfTheKey() {
    double[] changed = new double[64 * 200];
    for (int seed = 0; seed < 200; seed++) {
      for (int bit = 0; bit < 64; bit++) {
        long difference = Randoms.key(seed, "x", 5) ^ Randoms.key(seed ^ (1L << bit), "x", 5);
        changed[seed * 64 + bit] = Long.bitCount(difference);
      }
    }
    new Sample("changed bits", changed).assertMean(32);
  }
}
