package org.analognets.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.Collection;

/** How one model's stream of sound fares on the host. Safe for use by several threads. */
public final class PipelineMeters extends StreamMeters {

  private final Counter audioSeconds;

  PipelineMeters(Meters meters, String model, Collection<String> labels) {
    super(meters, model, labels);
    audioSeconds = counter(meters, MeterNames.AUDIO, "Seconds of sound that reached the features.");
  }

  /** Counts seconds of sound that reached the features. */
  public void audio(double seconds) {
    audioSeconds.increment(seconds);
  }
}
