package org.analognets.demo.live;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.analognets.pipeline.SensorRun;
import org.analognets.pipeline.WakeListener;

/** What makes a sensor one for sound or one for pictures: its sources and its pipeline. */
public interface LiveInput {

  /** A run that has begun, and what users call its source. */
  record Started(SensorRun<?> run, String sourceName) {}

  /**
   * Runs the pipeline on a source.
   *
   * @param sourceId one of {@link #choices()} or whatever else the command line takes
   * @throws IOException one line, when there is no such source
   */
  Started start(String sourceId, WakeListener listener) throws IOException;

  /** The sources that are there now; may take a moment. */
  List<SourceChoice> choices();

  /** What is taken where a user names nothing. */
  String standardId();

  /** The bundled source that takes the place of one that can't be had. */
  String fallbackId();

  /** Seconds from one inference to the next, while none is left out. */
  double hopSeconds();

  /**
   * From posteriors, inference by inference, to what the decision compares with its threshold: one
   * score for each label. Each run has its own.
   */
  UnaryOperator<float[]> scores(int labels);
}
