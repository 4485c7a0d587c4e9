package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PermutationTest {

  @Property(tries = 200)
  void everyPlaceIsHitOnce(@ForAll long key, @ForAll @IntRange(min = 1, max = 20_000) int n) {
    BitSet hit = new BitSet(n);
    for (int i = 0; i < n; i++) {
      int place = Permutation.of(key, n, i);
      assertThat(place).isBetween(0, n - 1);
      hit.set(place);
    }
    assertThat(hit.cardinality()).isEqualTo(n);
  }

  @Property(tries = 200)
  void hugeNumbersStayInRange(@ForAll long key, @ForAll @IntRange(min = 1) int n) {
    assertThat(Permutation.of(key, n, n - 1)).isBetween(0, n - 1);
  }

  @Test
  void keysGiveDifferentOrders() {
    int n = 1000;
    int same = 0;
    for (int i = 0; i < n; i++) {
      same += Permutation.of(1, n, i) == Permutation.of(2, n, i) ? 1 : 0;
    }
    // One coincidence is expected; twelve happen once in 10^9 draws.
    assertThat(same).isLessThan(12);
  }

  @Test
  void neighboursAreTornApart() {
    int n = 10_000;
    double distance = 0;
    for (int i = 0; i + 1 < n; i++) {
      distance += Math.abs(Permutation.of(7, n, i) - Permutation.of(7, n, i + 1)) / (double) n;
    }
    // Of random places the mean distance is n / 3, with a deviation of 0.236 n.
    assertThat(distance / (n - 1)).isBetween(1 / 3.0 - 0.02, 1 / 3.0 + 0.02);
  }
}
