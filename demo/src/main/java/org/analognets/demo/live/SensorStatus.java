package org.analognets.demo.live;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a sensor fares.
 *
 * @param state what it does
 * @param sourceId its source, as {@link SourceChoice#id()}
 * @param sourceName what users call that
 * @param since when this state began
 * @param problem what went wrong last, in one line, until something else is chosen
 */
public record SensorStatus(
    State state, String sourceId, String sourceName, Instant since, Optional<String> problem) {

  /** What a sensor does. */
  public enum State {
    /** Its source is being opened, or has given nothing yet. */
    STARTING,
    /** Inferences come. */
    RUNNING,
    /** Its source was lost and is opened again from time to time. */
    LOST,
    /** A user holds it: its source is closed, its chip idle. */
    HELD,
    /** It can't go on. */
    FAILED;

    /** How JSON writes it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  SensorStatus named(String newSourceName) {
    return new SensorStatus(state, sourceId, newSourceName, since, problem);
  }

  SensorStatus with(State newState, Optional<String> newProblem) {
    Instant began = state == newState ? since : Instant.now();
    return new SensorStatus(newState, sourceId, sourceName, began, newProblem);
  }
}
