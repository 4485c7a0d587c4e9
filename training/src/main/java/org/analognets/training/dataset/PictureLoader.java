package org.analognets.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import org.analognets.frontends.picture.Downscale;
import org.analognets.frontends.picture.Picture;

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
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + ": is no picture");
    }
    byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
    int[] line = new int[image.getWidth()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int pixel : line) {
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    progress.accept(++count);
    return small(new Picture(image.getWidth(), image.getHeight(), rgb));
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
