package org.analognets.frontends.picture;

import com.github.sarxos.webcam.ds.ipcam.IpCamDriver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A network camera by its http or https address: one that sends a picture after the other in one
 * answer (multipart, known as MJPEG) or one that answers with the picture of the moment; which, its
 * answer tells. A name and password may stand before the host: {@code http://name:password@host/}.
 *
 * <p>A camera that can't be reached or gives no whole picture for {@value
 * NetworkCamera#SILENT_SECONDS} seconds makes {@link #open} or {@link FrameStream#next} fail; it can
 * be opened again at any time. What a reader doesn't take in time is dropped, so it always gets the
 * newest picture.
 */
public final class IpCameraSource implements FrameSource {
  private static final IpCamDriver DRIVER = new IpCamDriver();

  private final URI address;

  /**
   * Names a camera; it is first called by {@link #open()}.
   *
   * @throws PictureException when this is no address of a camera
   */
  public IpCameraSource(URI address) throws PictureException {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new PictureException(
          NetworkCamera.publicName(address)
              + ": network cameras are read by http:// or https:// (MJPEG or single pictures)");
    }
    if (address.getHost() == null) {
      throw new PictureException(address + ": no host in this address; check it");
    }
    this.address = address;
  }

  /**
   * Names a camera, as a user types it.
   *
   * @throws PictureException when this is no address of a camera
   */
  public static IpCameraSource of(String address) throws PictureException {
    try {
      return new IpCameraSource(new URI(address));
    } catch (URISyntaxException e) {
      throw new PictureException(address + ": no address (" + e.getReason() + "); check it", e);
    }
  }

  /** Whether what a user typed is the address of a network camera rather than a path. */
  public static boolean isAddress(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9+.-]+://.*");
  }

  /** The address without name and password. */
  @Override
  public String name() {
    return NetworkCamera.publicName(address);
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public FrameStream open() throws PictureException {
    return WebcamStream.open(registered(new NetworkCamera(address)), name());
  }

  /**
   * Takes the device out of the driver's hands. Its registry is one for the whole process, isn't safe
   * to share and refuses a name twice, so the device stays there no longer than needed.
   */
  private static NetworkCamera registered(NetworkCamera camera) {
    synchronized (DRIVER) {
      DRIVER.register(camera);
      try {
        return (NetworkCamera) DRIVER.getDevices().get(DRIVER.getDevices().size() - 1);
      } finally {
        DRIVER.unregister(camera);
      }
    }
  }
}
