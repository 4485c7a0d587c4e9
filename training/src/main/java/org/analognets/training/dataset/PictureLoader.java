package org.analognets.training.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.analognets.frontends.picture.Downscale;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureFile;

/** Reads pictures and keeps them small: the shorter side is what a network's crop still needs. */
final class PictureLoader {
  /** A little more than the 100 places of a network's input, so that crops stay sharp. */
  static final int SHORTER_SIDE = 112;

  /** Pictures up to here are kept as they are. */
  private static final int LARGEST_SHORTER_SIDE = 128;

  private final IntConsumer progress;
  private int count;

  PictureLoader(IntConsumer progress) {
    this.progress = progress;
  }

  /** One picture, made smaller where it is large. */
  Picture read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such picture");
    }
    Picture picture = small(PictureFile.read(file));
    progress.accept(++count);
    return picture;
  }

  static Picture small(Picture picture) {
    int shorter = Math.min(picture.width(), picture.height());
    if (shorter <= LARGEST_SHORTER_SIDE) {
      return picture;
    }
    double factor = SHORTER_SIDE / (double) shorter;
    int width = Math.toIntExact(Math.round(picture.width() * factor));
    int height = Math.toIntExact(Math.round(picture.height() * factor));
    float[] tensor = new float[3 * width * height];
    new Downscale(height, width).apply(picture, tensor);
    byte[] rgb = new byte[tensor.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.round(255 * tensor[i]);
    }
    return new Picture(width, height, rgb);
  }
}
