package org.analognets.demo.live;

import java.util.Optional;
import org.analognets.pipeline.StreamSummary;

/** The sum of a sensor's runs. */
final class Totals {
  private StreamSummary sum;

  Totals(String model) {
    sum = new StreamSummary(model, 0, 0, 0, 0, 0);
  }

  synchronized void add(StreamSummary run) {
    sum = plus(run);
  }

  /** The sum with a run that still goes on. */
  synchronized StreamSummary with(Optional<StreamSummary> run) {
    return run.map(this::plus).orElse(sum);
  }

  private StreamSummary plus(StreamSummary run) {
    return new StreamSummary(
        sum.model(),
        sum.inferences() + run.inferences(),
        sum.wakeEvents() + run.wakeEvents(),
        sum.energyJoules() + run.energyJoules(),
        sum.droppedFrames() + run.droppedFrames(),
        sum.audioSeconds() + run.audioSeconds());
  }
}
