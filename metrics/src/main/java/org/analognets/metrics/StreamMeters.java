package org.analognets.metrics;

import io.micrometer.core.instrument.Counter;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one model's stream fares on the host, whatever it senses. Handles are looked up once, here;
 * the methods called for every frame or window look up and allocate nothing. Safe for use by several
 * threads.
 */
public abstract sealed class StreamMeters permits PipelineMeters, PictureMeters {

  private final String model;
  private final Map<String, Counter> wakeEvents;
  private final Counter droppedFrames;
  private final Counter sourceRestarts;
  private final DistributionDataPoint latencySeconds;

  StreamMeters(Meters meters, String model, Collection<String> labels) {
    this.model = model;
    wakeEvents =
        labels.stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), l -> wakes(meters, l)));
    droppedFrames =
        counter(
            meters, MeterNames.DROPPED_FRAMES, "Frames of a live source lost to a full buffer.");
    sourceRestarts =
        counter(meters, MeterNames.SOURCE_RESTARTS, "Times a lost source was opened again.");
    latencySeconds = meters.latency().labelValues(model);
  }

  private Counter wakes(Meters meters, String label) {
    return meters.counter(
        MeterNames.WAKE_EVENTS,
        "Wake events by label.",
        MeterNames.MODEL,
        model,
        MeterNames.LABEL,
        label);
  }

  /** A counter of this model. */
  final Counter counter(Meters meters, String name, String help) {
    return meters.counter(name, help, MeterNames.MODEL, model);
  }

  /**
   * Counts one wake event.
   *
   * @param label one of the labels these meters were made with
   * @throws IllegalArgumentException for any other label
   */
  public final void wakeEvent(String label) {
    Counter counter = wakeEvents.get(label);
    if (counter == null) {
      throw new IllegalArgumentException(
          "no meter for label '" + label + "' of model '" + model + "': know " + labels());
    }
    counter.increment();
  }

  private String labels() {
    return wakeEvents.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  /** Counts one frame lost to a full buffer. */
  public final void droppedFrame() {
    droppedFrames.increment();
  }

  /** Counts one opening of a source that was lost. */
  public final void sourceRestart() {
    sourceRestarts.increment();
  }

  /**
   * Notes one decision.
   *
   * @param seconds host time since the capture of the window's newest sample, or of the picture
   */
  public final void decision(double seconds) {
    latencySeconds.observe(seconds);
  }
}
