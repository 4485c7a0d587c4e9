package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.analognets.demo.bundled.Bundled;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.PictureSensor;
import org.analognets.demo.sensor.WantedSensor;
import org.analognets.frontends.picture.Cameras;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.IpCameraSource;
import org.analognets.frontends.picture.PictureFiles;
import org.analognets.pipeline.WatchSettings;
import org.jspecify.annotations.Nullable;

/** From what users write of pictures to a sensor that sees them. */
final class PictureInput {
  private static final String CAMERA = "webcam";
  private static final String BUNDLED = "bundled";

  private PictureInput() {}

  /**
   * A sensor at what users name; where they name nothing, at the first camera, or at the bundled
   * pictures where there is none.
   */
  static WantedSensor sensor(@Nullable String input, AgedChip chip, WatchSettings settings) {
    if (input != null) {
      return WantedSensor.only(() -> PictureSensor.of(source(input, settings), chip, settings));
    }
    return WantedSensor.only(() -> PictureSensor.of(Cameras.standard(), chip, settings))
        .or(
            () -> PictureSensor.of(Bundled.pictures(), chip, settings),
            "showing the bundled pictures");
  }

  private static FrameSource source(String input, WatchSettings settings) throws IOException {
    if (input.equals(CAMERA)) {
      return Cameras.standard();
    }
    if (input.equals(BUNDLED)) {
      return Bundled.pictures();
    }
    if (input.startsWith(CAMERA + ":")) {
      return Cameras.choose(input.substring(CAMERA.length() + 1));
    }
    return IpCameraSource.isAddress(input)
        ? IpCameraSource.of(input)
        : PictureFiles.source(Path.of(input), settings.framesPerSecond());
  }
}
