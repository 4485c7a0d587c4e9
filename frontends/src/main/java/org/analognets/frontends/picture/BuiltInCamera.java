package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import com.github.sarxos.webcam.WebcamTask;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A camera of this machine, called on Webcam Capture's one thread for native code and watched for
 * its loss.
 *
 * <p>The native library goes on giving the last picture when a camera is unplugged. But hardly any
 * camera gives the same bytes twice: so one whose picture has stood still for {@value #SILENT_SECONDS}
 * seconds and that isn't listed any more is lost, and so is one that takes almost as long for a
 * picture, the library's own limit.
 */
final class BuiltInCamera implements WebcamDevice {
  static final int SILENT_SECONDS = 5;
  private static final long SLOW_NANOS = 4_500_000_000L;

  private final WebcamDevice device;
  private final WebcamDriver driver;
  private final long silentNanos;
  private byte[] last = {};
  private long changedNanos;

  BuiltInCamera(WebcamDevice device, WebcamDriver driver) {
    this(device, driver, SILENT_SECONDS * 1_000_000_000L);
  }

  BuiltInCamera(WebcamDevice device, WebcamDriver driver, long silentNanos) {
    this.device = device;
    this.driver = driver;
    this.silentNanos = silentNanos;
  }

  @Override
  public String getName() {
    return device.getName();
  }

  @Override
  public Dimension[] getResolutions() {
    return device.getResolutions();
  }

  @Override
  public Dimension getResolution() {
    return device.getResolution();
  }

  @Override
  public void setResolution(Dimension size) {
    device.setResolution(size);
  }

  @Override
  public void open() {
    onCameraThread(device::open);
    changedNanos = System.nanoTime();
  }

  @Override
  public @Nullable BufferedImage getImage() {
    BufferedImage[] image = new BufferedImage[1];
    long askedNanos = System.nanoTime();
    onCameraThread(() -> image[0] = device.getImage());
    if (image[0] == null) {
      return null;
    }
    long nowNanos = System.nanoTime();
    if (!(image[0].getRaster().getDataBuffer() instanceof DataBufferByte pixels)) {
      return image[0];
    }
    if (!Arrays.equals(last, pixels.getData())) {
      last = pixels.getData();
      changedNanos = nowNanos;
    } else if (nowNanos - changedNanos > silentNanos) {
      if (!isListed()) {
        throw lost();
      }
      changedNanos = nowNanos; // a virtual camera may show a still picture
    }
    if (nowNanos - askedNanos > SLOW_NANOS) {
      throw lost();
    }
    return image[0];
  }

  private boolean isListed() {
    return driver.getDevices().stream().anyMatch(d -> d.getName().equals(getName()));
  }

  private WebcamException lost() {
    return new WebcamException(
        new PictureException(
            "camera " + getName() + " delivers no more pictures; is it still connected?"));
  }

  @Override
  public void close() {
    onCameraThread(device::close);
  }

  @Override
  public void dispose() {
    onCameraThread(device::dispose);
  }

  @Override
  public boolean isOpen() {
    return device.isOpen();
  }

  private void onCameraThread(Runnable step) {
    WebcamTask task =
        new WebcamTask(device) {
          @Override
          protected void handle() {
            step.run();
          }
        };
    try {
      task.process();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WebcamException(
          new PictureException("watching with camera " + getName() + " was interrupted", e));
    }
  }
}
