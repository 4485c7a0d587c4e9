package org.analognets.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.analognets.frontends.picture.Picture;

/** Pictures for tests. */
final class Pictures {
  private Pictures() {}

  /** One colour all over. */
  static Picture plain(int width, int height, int red, int green, int blue) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
      rgb[i + 1] = (byte) green;
      rgb[i + 2] = (byte) blue;
    }
    return new Picture(width, height, rgb);
  }

  static LabelledPicture labelled(String source, String scene, PersonLabel label) {
    return labelled(source, scene, label, OptionalDouble.empty());
  }

  static LabelledPicture labelled(
      String source, String scene, PersonLabel label, OptionalDouble teacher) {
    return new LabelledPicture(
        scene + ".png", source, scene, label, teacher, plain(12, 10, 90, 120, 150));
  }

  /** Writes a PNG of one colour. */
  static void write(Path file, int width, int height, int rgb) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
