package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import com.github.sarxos.webcam.ds.buildin.WebcamDefaultDriver;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bridj.BridJ;
import org.bridj.Platform;

/**
 * Webcam Capture's own driver for the cameras of this machine, made safe to ask.
 *
 * <p>Asked on a machine without its native library or what that needs, it writes a dozen lines and a
 * stack trace to both outputs from native code, where nothing can stop them. So first it is checked
 * that there may be cameras at all and that the library loads.
 */
final class BuiltInDriver implements WebcamDriver {
  private static final String LIBRARY = "OpenIMAJGrabber";
  private static final String LIBRARY_FOLDER = "com/github/sarxos/webcam/ds/buildin/lib/";

  private static final String INSTEAD = "use a network camera instead";

  /** Throws what the system's loader says. */
  interface Loader {
    void load() throws IOException;
  }

  private final Path linuxDevices;
  private final Loader loader;

  BuiltInDriver() {
    this(Path.of("/dev"), BuiltInDriver::loadLibrary);
  }

  BuiltInDriver(Path linuxDevices, Loader loader) {
    this.linuxDevices = linuxDevices;
    this.loader = loader;
  }

  @Override
  public List<WebcamDevice> getDevices() {
    if (isLinux() && !hasVideoDevices()) {
      return List.of();
    }
    checkLibrary();
    return new WebcamDefaultDriver()
        .getDevices().stream()
            .<WebcamDevice>map(device -> new BuiltInCamera(device, this))
            .toList();
  }

  /** Each camera sees to it by itself. */
  @Override
  public boolean isThreadSafe() {
    return true;
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").equals("Linux");
  }

  private boolean hasVideoDevices() {
    try (DirectoryStream<Path> videos = Files.newDirectoryStream(linuxDevices, "video*")) {
      return videos.iterator().hasNext();
    } catch (IOException e) {
      return false; // no /dev, no cameras
    }
  }

  private void checkLibrary() {
    try {
      loader.load();
    } catch (UnsatisfiedLinkError e) {
      String reason = lastLine(String.valueOf(e.getMessage()));
      throw missing(
          reason.contains("libv4l")
              ? "cameras need the library libv4l; install it (Debian, Ubuntu: apt install libv4l-0)"
              : "the camera library does not load (" + reason + "); " + INSTEAD,
          e);
    } catch (IOException | LinkageError | RuntimeException e) {
      // The bridge to native code has no part for some processors either, and then fails anyhow.
      String system = System.getProperty("os.name") + ", " + System.getProperty("os.arch");
      throw missing("there is no camera library for this system (" + system + "); " + INSTEAD, e);
    }
  }

  private static WebcamException missing(String message, Throwable cause) {
    return new WebcamException(new PictureException(message, cause));
  }

  private static String lastLine(String message) {
    return message.lines().reduce((first, second) -> second).orElse("");
  }

  private static void loadLibrary() throws IOException {
    System.setProperty("bridj.quiet", "true"); // or it writes notes of its own to standard error
    Platform.addEmbeddedLibraryResourceRoot(LIBRARY_FOLDER);
    File library = BridJ.getNativeLibraryFile(LIBRARY);
    if (library == null) {
      throw new IOException("no " + LIBRARY);
    }
    System.load(library.getAbsolutePath());
  }
}
