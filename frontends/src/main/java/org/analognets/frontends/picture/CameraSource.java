package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.awt.Dimension;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.analognets.frontends.device.DeviceChoice;

/**
 * A camera of this machine as a source, in the smallest resolution that still has more pixels than
 * the network looks at.
 *
 * <p>Opening looks the camera up anew by name, so after it was lost the same source can be opened
 * again once it is back.
 */
public final class CameraSource implements FrameSource {
  /** Side of the square that the network sees. */
  private static final int NEEDED_PIXELS = 100;

  private final Camera camera;
  private final WebcamDriver driver;

  CameraSource(Camera camera, WebcamDriver driver) {
    this.camera = camera;
    this.driver = driver;
  }

  /** The device that this source takes pictures with. */
  public Camera camera() {
    return camera;
  }

  @Override
  public String name() {
    return camera.name();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public FrameStream open() throws PictureException {
    WebcamDevice device = find();
    device.setResolution(nearest(device.getResolutions()));
    return WebcamStream.open(device, "camera " + name());
  }

  /** Finds the camera seen earlier by name; its index only tells cameras of one name apart. */
  private WebcamDevice find() throws PictureException {
    List<WebcamDevice> devices = Cameras.devices(driver);
    List<WebcamDevice> named = devices.stream().filter(d -> d.getName().equals(name())).toList();
    if (named.isEmpty()) {
      String others = DeviceChoice.listed(devices.stream().map(WebcamDevice::getName).toList());
      throw new PictureException(
          "camera %s is gone; %s"
              .formatted(name(), others.isEmpty() ? "there is no other" : "there are: " + others));
    }
    int index = camera.index();
    boolean sameIndex = index < devices.size() && named.contains(devices.get(index));
    return sameIndex ? devices.get(index) : named.get(0);
  }

  /**
   * The smallest that has what is needed, else the largest. Those of 4:3 and wider come first: 11:9,
   * as telephones once had it, is cut out of the middle by most cameras, so that its sides miss.
   */
  static Dimension nearest(Dimension[] sizes) {
    Comparator<Dimension> byPixels = Comparator.comparing(size -> size.width * size.height);
    return Arrays.stream(sizes)
        .filter(size -> size.width >= NEEDED_PIXELS && size.height >= NEEDED_PIXELS)
        .min(Comparator.comparing(CameraSource::isCut).thenComparing(byPixels))
        .orElseGet(() -> Arrays.stream(sizes).max(byPixels).orElseThrow());
  }

  private static boolean isCut(Dimension size) {
    return 3 * size.width < 4 * size.height;
  }
}
