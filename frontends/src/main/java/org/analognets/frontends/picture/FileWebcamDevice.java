package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picture files as a camera; it closes itself after the last one. */
final class FileWebcamDevice implements WebcamDevice {
  /** How long a single picture stands still. */
  static final int STILL_SECONDS = 5;

  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".bmp", ".gif");

  private final Path path;
  private final double framesPerSecond;
  private volatile @Nullable ImageSequence images;

  FileWebcamDevice(Path path, double framesPerSecond) {
    this.path = path;
    this.framesPerSecond = framesPerSecond;
  }

  @Override
  public String getName() {
    return path.toString();
  }

  @Override
  public void open() {
    try {
      images = Files.isDirectory(path) ? folder() : file();
    } catch (BrokenPictureException e) {
      // The only picture there is: nothing would follow it.
      throw new WebcamException(new PictureException(String.valueOf(e.getMessage()), e));
    } catch (PictureException e) {
      throw new WebcamException(e);
    }
  }

  private ImageSequence folder() throws PictureException {
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> pictures = entries.filter(FileWebcamDevice::isPicture).sorted().toList();
      if (pictures.isEmpty()) {
        throw new PictureException(
            path + ": no pictures in this folder (" + String.join(", ", ENDINGS) + ")");
      }
      return ImageSequence.of(pictures);
    } catch (IOException e) {
      throw e instanceof PictureException told
          ? told
          : new PictureException(
              path + ": cannot be listed (" + PictureFile.reason(e) + "); make it readable", e);
    }
  }

  private static boolean isPicture(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && ENDINGS.stream().anyMatch(name::endsWith)
        && !Files.isDirectory(path);
  }

  private ImageSequence file() throws PictureException {
    byte[] bytes = PictureFile.bytes(path);
    if (GifAnimation.isGif(bytes)) {
      return GifAnimation.of(bytes, path.toString(), framesPerSecond);
    }
    BufferedImage still = PictureFile.image(bytes, path.toString());
    int frames = (int) Math.max(1, Math.round(STILL_SECONDS * framesPerSecond));
    return ImageSequence.of(Collections.nCopies(frames, still).iterator());
  }

  @Override
  public @Nullable BufferedImage getImage() {
    ImageSequence open = images;
    try {
      BufferedImage image = open == null ? null : open.next();
      if (image == null) {
        close();
      }
      return image;
    } catch (PictureException e) {
      throw new WebcamException(e);
    }
  }

  @Override
  public void close() {
    images = null;
  }

  @Override
  public void dispose() {
    close();
  }

  @Override
  public boolean isOpen() {
    return images != null;
  }

  @Override
  public Dimension[] getResolutions() {
    return new Dimension[] {getResolution()};
  }

  /** Each picture has its own. */
  @Override
  public Dimension getResolution() {
    return new Dimension();
  }

  @Override
  public void setResolution(Dimension size) {
    throw new UnsupportedOperationException("picture files have the resolution they have");
  }
}
