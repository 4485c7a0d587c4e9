package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.nio.file.Path;
import java.util.List;

/** A driver for Webcam Capture whose one device shows picture files. */
final class FileWebcamDriver implements WebcamDriver {
  private final Path path;
  private final double framesPerSecond;

  FileWebcamDriver(Path path, double framesPerSecond) {
    this.path = path;
    this.framesPerSecond = framesPerSecond;
  }

  /** One device, a new one each time: it shows its files once. */
  @Override
  public List<WebcamDevice> getDevices() {
    return List.of(new FileWebcamDevice(path, framesPerSecond));
  }

  @Override
  public boolean isThreadSafe() {
    return true;
  }
}
