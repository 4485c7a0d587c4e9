package org.analognets.demo.live;

import java.io.IOException;
import java.util.List;
import org.analognets.pipeline.Running;
import org.analognets.pipeline.WakeListener;

/** What makes a sensor one for sound or one for pictures: its sources and its pipeline. */
public interface Input {

  /** A run that has begun, and what users call its source. */
  record Started(Running running, String sourceName) {}

  /**
   * Runs the pipeline on a source.
   *
   * @param sourceId one of {@link #choices()} or whatever else the command line takes
   * @throws IOException one line, when there is no such source
   */
  Started start(String sourceId, WakeListener listener) throws IOException;

  /** The sources that are there now; may take a moment. */
  List<SourceChoice> choices();

  /** The bundled source that takes the place of one that can't be had. */
  String fallbackId();
}
