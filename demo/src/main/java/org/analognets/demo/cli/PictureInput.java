package org.analognets.demo.cli;

import org.analognets.demo.bundled.Bundled;
import org.analognets.demo.live.PictureSource;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.PictureSensor;
import org.analognets.demo.sensor.WantedSensor;
import org.analognets.frontends.picture.Cameras;
import org.analognets.pipeline.WatchSettings;
import org.jspecify.annotations.Nullable;

/** From what users write of pictures to a sensor that sees them. */
final class PictureInput {
  private PictureInput() {}

  /**
   * A sensor at what users name; where they name nothing, at the first camera, or at the bundled
   * pictures where there is none.
   */
  static WantedSensor sensor(@Nullable String input, AgedChip chip, WatchSettings settings) {
    if (input != null) {
      return WantedSensor.only(
          () ->
              PictureSensor.of(
                  PictureSource.of(input, settings.framesPerSecond()), chip, settings));
    }
    return WantedSensor.only(() -> PictureSensor.of(Cameras.standard(), chip, settings))
        .or(
            () -> PictureSensor.of(Bundled.pictures(), chip, settings),
            "showing the bundled pictures");
  }
}
