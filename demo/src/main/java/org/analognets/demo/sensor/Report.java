package org.analognets.demo.sensor;

import java.util.List;
import org.analognets.pipeline.SensorSummary;
import org.analognets.pipeline.WakeEvent;

/** What a session prints on standard output. Called by one thread at a time. */
public interface Report {

  /** Sensors begin. */
  void started(List<SensorHeader> headers);

  /** A keyword was heard, or a person came or left. */
  void woke(WakeEvent event);

  /** A sensor is done. */
  void finished(SensorSummary summary);

  /** Whether nobody reads any more, so that there is no point in going on. */
  boolean unread();
}
