package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.analognets.frontends.device.DeviceChoice;

/** The cameras of this machine, through Webcam Capture. */
public final class Cameras {
  private static final DeviceChoice CHOICE =
      new DeviceChoice(
          "camera", "connect one, or name a network camera or a folder of pictures instead");

  private static final WebcamDriver DRIVER = new BuiltInDriver();

  private Cameras() {}

  /**
   * Every camera, the system's first one first; may be empty.
   *
   * @throws PictureException when there may be cameras but a library that they need is missing
   */
  public static List<Camera> list() throws PictureException {
    List<WebcamDevice> devices = devices(DRIVER);
    List<Camera> cameras = new ArrayList<>();
    for (WebcamDevice device : devices) {
      cameras.add(new Camera(cameras.size(), device.getName(), resolutions(device)));
    }
    return cameras;
  }

  /**
   * The first camera.
   *
   * @throws PictureException when there is none
   */
  public static CameraSource standard() throws PictureException {
    return choose("0");
  }

  /**
   * Chooses a camera.
   *
   * @param wanted its index, its name, or a part of its name (in upper or lower case) that no other
   *     camera's name has
   * @throws PictureException one line with the cameras that there are
   */
  public static CameraSource choose(String wanted) throws PictureException {
    return new CameraSource(select(list(), wanted), DRIVER);
  }

  static Camera select(List<Camera> cameras, String wanted) throws PictureException {
    try {
      return cameras.get(CHOICE.of(cameras.stream().map(Camera::name).toList(), wanted));
    } catch (NoSuchElementException e) {
      throw new PictureException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What a driver has, with its errors as ours. */
  static List<WebcamDevice> devices(WebcamDriver driver) throws PictureException {
    try {
      return driver.getDevices();
    } catch (WebcamException e) {
      throw WebcamStream.told(e, "the camera");
    }
  }

  private static String resolutions(WebcamDevice device) {
    return Arrays.stream(device.getResolutions())
        .map(Cameras::text)
        .collect(Collectors.joining(", "));
  }

  private static String text(Dimension size) {
    return size.width + "x" + size.height;
  }
}
