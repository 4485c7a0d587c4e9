package org.analognets.demo.live;

import java.util.Optional;
import org.analognets.pipeline.SensorSummary;
import org.analognets.pipeline.StreamSummary;
import org.analognets.pipeline.WatchSummary;

/** The sum of a sensor's runs; safe for use by several threads. */
final class Totals {
  private Optional<SensorSummary> sum = Optional.empty();

  synchronized void add(SensorSummary run) {
    sum = with(Optional.of(run));
  }

  /** The sum with a run that still goes on; nothing where there was none. */
  synchronized Optional<SensorSummary> with(Optional<? extends SensorSummary> run) {
    if (sum.isEmpty() || run.isEmpty()) {
      return run.isPresent() ? Optional.of(run.get()) : sum;
    }
    return Optional.of(plus(sum.get(), run.get()));
  }

  private static SensorSummary plus(SensorSummary sum, SensorSummary run) {
    if (sum instanceof StreamSummary a && run instanceof StreamSummary b) {
      return new StreamSummary(
          a.model(),
          a.inferences() + b.inferences(),
          a.wakeEvents() + b.wakeEvents(),
          a.energyJoules() + b.energyJoules(),
          a.droppedFrames() + b.droppedFrames(),
          a.audioSeconds() + b.audioSeconds());
    }
    WatchSummary a = (WatchSummary) sum;
    WatchSummary b = (WatchSummary) run;
    return new WatchSummary(
        a.model(),
        a.inferences() + b.inferences(),
        a.wakeEvents() + b.wakeEvents(),
        a.energyJoules() + b.energyJoules(),
        a.droppedFrames() + b.droppedFrames(),
        a.pictures() + b.pictures(),
        a.brokenPictures() + b.brokenPictures(),
        a.gatedPictures() + b.gatedPictures(),
        a.savedJoules() + b.savedJoules(),
        a.pictureSeconds() + b.pictureSeconds());
  }
}
