package org.analognets.metrics;

import io.prometheus.metrics.core.datapoints.GaugeDataPoint;

/**
 * Whether a model's source gives anything. Each stream has its own; {@link #frame} looks up and
 * allocates nothing. Safe for use by several threads.
 *
 * <p>Frames that a buffer still held when the source was lost don't bring it back: only one that
 * comes after {@link #reopening} does.
 */
public final class SourceMeters {

  private final GaugeDataPoint up;
  private boolean lost;

  SourceMeters(Meters meters, String model) {
    up = meters.sourceUp().labelValues(model);
  }

  /** The source gave a frame. */
  public synchronized void frame() {
    if (!lost) {
      up.set(1);
    }
  }

  /** The source failed, or its stream is over. */
  public synchronized void lost() {
    lost = true;
    up.set(0);
  }

  /** A lost source is being opened again; it is up once it gives a frame. */
  public synchronized void reopening() {
    lost = false;
  }
}
