package org.analognets.frontends.picture;

import com.github.sarxos.webcam.Webcam;
import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Pictures out of a device of Webcam Capture, whatever its driver: the one way that cameras of this
 * machine, of the network and files share.
 *
 * <p>Devices tell more than Webcam Capture can carry. Errors travel as the cause of a {@link
 * WebcamException}; and as "no picture" may mean anything there, a device closes itself after its
 * last one.
 */
final class WebcamStream implements FrameStream {
  static {
    // Webcam Capture has room for one driver in a process. All it asks of that one here is whether
    // devices may be called on any thread; ours may, and so drivers can stand side by side.
    Webcam.setDriver(
        new WebcamDriver() {
          @Override
          public List<WebcamDevice> getDevices() {
            return List.of();
          }

          @Override
          public boolean isThreadSafe() {
            return true;
          }
        });
  }

  private final Webcam webcam;
  private final String name;
  private volatile boolean closed;

  private WebcamStream(Webcam webcam, String name) {
    this.webcam = webcam;
    this.name = name;
  }

  /**
   * Opens a device.
   *
   * @param name what a user calls it
   */
  static WebcamStream open(WebcamDevice device, String name) throws PictureException {
    Webcam webcam = new DeviceWebcam(device);
    // A file in the temporary directory that a crash leaves behind; systems guard cameras better.
    webcam.getLock().disable();
    try {
      if (!webcam.open()) {
        throw new PictureException(name + " was not opened because the program is ending");
      }
    } catch (WebcamException e) {
      throw told(e, name);
    }
    return new WebcamStream(webcam, name);
  }

  @Override
  public Optional<Picture> next() throws PictureException {
    try {
      BufferedImage image = closed ? null : webcam.getImage();
      if (image != null) {
        return Optional.of(Pixels.of(image));
      }
    } catch (WebcamException e) {
      if (!closed) {
        throw told(e, name);
      }
    }
    if (closed || !webcam.getDevice().isOpen()) {
      return Optional.empty();
    }
    throw new PictureException(name + " delivers no more pictures; is it still connected?");
  }

  /** The one line that a device threw. */
  static PictureException told(WebcamException thrown, String name) {
    Throwable cause = thrown;
    while (cause != null) {
      if (cause instanceof PictureException told) {
        return told;
      }
      cause = cause.getCause();
    }
    return new PictureException(
        "%s cannot be used (%s); is another program using it?".formatted(name, reason(thrown)),
        thrown);
  }

  /** The deepest cause knows best. */
  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    closed = true; // first, so that a reader never takes our closing for a loss
    webcam.close();
  }

  /** Webcam Capture makes webcams of what it discovers, and these are found by name. */
  private static final class DeviceWebcam extends Webcam {
    DeviceWebcam(WebcamDevice device) {
      super(device);
    }
  }
}
