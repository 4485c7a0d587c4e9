package org.analognets.demo.sensor;

import java.io.IOException;
import java.util.Optional;

/**
 * A sensor that is wanted, and what takes its place where its source isn't there.
 *
 * @param sensor makes it
 * @param standIn is there when the first one's source can't be found or opened, if anything is
 */
public record WantedSensor(Maker sensor, Optional<StandIn> standIn) {

  /** Makes a sensor. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Makes it.
     *
     * @throws IOException one line, when its source or chip can't be had
     */
    Sensor make() throws IOException;
  }

  /**
   * What takes a sensor's place.
   *
   * @param sensor makes it
   * @param notice what it does instead, for people
   */
  public record StandIn(Maker sensor, String notice) {}

  /** This one or none. */
  public static WantedSensor only(Maker sensor) {
    return new WantedSensor(sensor, Optional.empty());
  }

  /** This one, or where its source isn't there another. */
  public WantedSensor or(Maker other, String notice) {
    return new WantedSensor(sensor, Optional.of(new StandIn(other, notice)));
  }
}
