package org.analognets.frontends.picture;

import java.nio.file.Path;

/**
 * Pictures out of files, as a camera would have delivered them, through a driver of our own for
 * Webcam Capture:
 *
 * <ul>
 *   <li>a folder: its pictures sorted by name, each for one frame; what is not a picture by its name
 *       is left out, and subfolders are
 *   <li>an animated GIF: what it shows at each frame's time, once through
 *   <li>any other picture: standing still for {@value FileWebcamDevice#STILL_SECONDS} seconds
 * </ul>
 */
public final class PictureFiles {
  private PictureFiles() {}

  /**
   * Names a file or folder; it is opened and checked by {@link FrameSource#open()}.
   *
   * @param framesPerSecond how many frames are taken in a second, above 0. The source doesn't wait
   *     between them: whoever wants them in real time asks for them at this rate.
   */
  public static FrameSource source(Path path, double framesPerSecond) {
    if (!(framesPerSecond > 0) || framesPerSecond == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "frames per second must be above 0, not " + framesPerSecond);
    }
    return new FileFrameSource(path, new FileWebcamDriver(path, framesPerSecond));
  }

  private record FileFrameSource(Path path, FileWebcamDriver driver) implements FrameSource {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public boolean live() {
      return false;
    }

    @Override
    public FrameStream open() throws PictureException {
      return WebcamStream.open(driver.getDevices().get(0), name());
    }
  }
}
