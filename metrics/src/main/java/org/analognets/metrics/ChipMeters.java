package org.analognets.metrics;

import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Info;
import java.util.List;

/**
 * What chip serves a model, and how old it is. {@link #age} looks up and allocates nothing. Safe for
 * use by several threads.
 */
public final class ChipMeters {

  private final String model;
  private final Info info;
  private final GaugeDataPoint ageSeconds;
  private List<String> shown = List.of();

  ChipMeters(Meters meters, String model) {
    this.model = model;
    info = meters.chipInfo();
    ageSeconds = meters.chipAge().labelValues(model);
  }

  /**
   * Tells which chip it is; the last one told replaces the one before.
   *
   * @param bits width of the converters, {@code ideal} for none
   * @param device what the array is made of, e.g. {@code pcm}
   * @param compensation how it makes up for drift, {@value MeterNames#NO_COMPENSATION} for not at all
   */
  public synchronized void programmed(String bits, String device, String compensation) {
    if (!shown.isEmpty()) {
      info.remove(shown.toArray(String[]::new));
    }
    shown = List.of(model, bits, device, compensation);
    info.addLabelValues(shown.toArray(String[]::new));
  }

  /**
   * Notes the chip's age.
   *
   * @param seconds since it was programmed
   */
  public void age(double seconds) {
    ageSeconds.set(seconds);
  }
}
