package org.analognets.training.dataset;

/**
 * A pseudo-random order of n things, computed at any place without keeping the order: a four-round
 * Feistel network over the next even number of bits, walked until it lands below n.
 */
final class Permutation {
  private static final int ROUNDS = 4;

  private Permutation() {}

  static int of(long key, int n, int index) {
    int half = Math.max(1, (33 - Integer.numberOfLeadingZeros(Math.max(1, n - 1))) / 2);
    int mask = (1 << half) - 1;
    int x = index;
    do {
      int left = x >>> half;
      int right = x & mask;
      for (int round = 0; round < ROUNDS; round++) {
        long h = (right + 1L + round * 0x100L) * 0x9e3779b97f4a7c15L ^ key;
        h *= 0xbf58476d1ce4e5b9L;
        int next = left ^ ((int) (h >>> 40) & mask);
        left = right;
        right = next;
      }
      x = (left << half) | right;
    } while (x < 0 || x >= n);
    return x;
  }
}
