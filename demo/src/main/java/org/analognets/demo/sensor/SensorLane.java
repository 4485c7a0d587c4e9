package org.analognets.demo.sensor;

import java.io.IOException;
import java.util.Optional;
import org.analognets.demo.sensor.WantedSensor.StandIn;

/** One sensor of a session, or what takes its place. For one thread. */
final class SensorLane {
  private final SensorRuns runs;
  private Optional<StandIn> standIn;
  private Sensor sensor;

  /**
   * A lane whose sensor is not running yet.
   *
   * @throws IOException when neither it nor its stand-in can be had
   */
  SensorLane(WantedSensor wanted, SensorRuns runs) throws IOException {
    this.runs = runs;
    standIn = wanted.standIn();
    try {
      sensor = wanted.sensor().make();
    } catch (IOException absent) {
      sensor = takePlace(absent);
    }
  }

  SensorHeader header() {
    return sensor.header();
  }

  /**
   * Runs the sensor until it is done; where its source can't be opened, what takes its place.
   *
   * @throws IOException when that can't be opened either, or a source is damaged
   */
  void run() throws IOException {
    Optional<IOException> absent = runs.run(sensor);
    while (absent.isPresent()) {
      sensor = takePlace(absent.get());
      runs.announce(sensor.header());
      absent = runs.run(sensor);
    }
  }

  /** A stand-in is there once. */
  private Sensor takePlace(IOException absent) throws IOException {
    StandIn other = standIn.orElseThrow(() -> absent);
    standIn = Optional.empty();
    runs.notice(absent.getMessage() + "; " + other.notice());
    return other.sensor().make();
  }
}
