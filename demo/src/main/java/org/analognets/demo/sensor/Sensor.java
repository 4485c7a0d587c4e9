package org.analognets.demo.sensor;

import org.analognets.metrics.Meters;
import org.analognets.pipeline.SensorPipeline;

/** A source, a chip and how to work with them: all that a pipeline needs. */
public interface Sensor {

  /** What it works with, for people. */
  SensorHeader header();

  /**
   * Its pipeline, not running yet.
   *
   * @throws IllegalArgumentException when the chip's network is none for this sensor
   */
  SensorPipeline pipeline(Meters meters);
}
