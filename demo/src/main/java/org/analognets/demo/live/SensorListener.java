package org.analognets.demo.live;

import org.analognets.frontends.picture.Picture;
import org.analognets.pipeline.WakeEvent;

/** Hears what a sensor has to say, on its stream's thread; must not block. */
public interface SensorListener {

  /** An inference was decided on. */
  default void read(Reading reading) {}

  /** A picture is being looked at. */
  default void saw(Picture picture) {}

  /** Something was recognised. */
  void woke(WakeEvent event);
}
