package org.analognets.demo.page;

import java.util.ArrayDeque;
import java.util.Deque;

/** Inferences and joules per second over the last few seconds. For one thread. */
final class RateMeter {
  private static final double SPAN_SECONDS = 5;
  private static final double SHORTEST_SECONDS = 0.5;

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(double seconds, double inferences, double joules) {}

  /** Notes the totals at a time. */
  void note(double seconds, long inferences, double joules) {
    samples.addLast(new Sample(seconds, (double) inferences, joules));
    while (seconds - samples.getFirst().seconds() > SPAN_SECONDS) {
      samples.removeFirst();
    }
  }

  /** Inferences per second; 0 until something can be said. */
  double inferencesPerSecond() {
    return samples.isEmpty()
        ? 0
        : perSecond(samples.getLast().inferences() - samples.getFirst().inferences());
  }

  /** Joules per second. */
  double watts() {
    return samples.isEmpty()
        ? 0
        : perSecond(samples.getLast().joules() - samples.getFirst().joules());
  }

  private double perSecond(double amount) {
    double seconds = samples.getLast().seconds() - samples.getFirst().seconds();
    return seconds < SHORTEST_SECONDS ? 0 : amount / seconds;
  }
}
