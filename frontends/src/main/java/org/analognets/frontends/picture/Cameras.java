package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The cameras of this machine, through Webcam Capture. */
public final class Cameras {
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
    if (cameras.isEmpty()) {
      throw new PictureException(
          "no camera found; connect one, or name a folder of pictures or a network camera");
    }
    List<Camera> matches = matches(cameras, wanted.strip());
    if (matches.size() == 1) {
      return matches.get(0);
    }
    if (matches.isEmpty()) {
      throw new PictureException(
          "no camera \"%s\"; there are: %s".formatted(wanted, names(cameras)));
    }
    throw new PictureException(
        "\"%s\" fits several cameras, give an index: %s".formatted(wanted, names(matches)));
  }

  private static List<Camera> matches(List<Camera> cameras, String wanted) {
    if (wanted.matches("\\d+")) {
      return cameras.stream().filter(c -> ("" + c.index()).equals(wanted)).toList();
    }
    List<Camera> exact = cameras.stream().filter(c -> c.name().equals(wanted)).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    String part = wanted.toLowerCase(Locale.ROOT);
    return cameras.stream()
        .filter(c -> !part.isEmpty() && c.name().toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }

  private static String names(List<Camera> cameras) {
    return cameras.stream().map(Camera::toString).collect(Collectors.joining("; "));
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
