package org.analognets.demo.page;

import akka.util.ByteString;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import org.analognets.frontends.picture.Picture;

/**
 * Pictures as the page gets them, little-endian:
 *
 * <pre>
 *  0  1 byte   2: a camera's picture as JPEG, 3: a tensor as bytes
 *  1  1 byte   which sensor, by its place in the state
 *  2  2 bytes  height, of a tensor
 *  4  2 bytes  width, of a tensor
 *  8  the JPEG, or height * width * 3 bytes: red, green, blue
 * </pre>
 */
final class PictureMessage {
  static final byte SEEN = 2;
  static final byte TENSOR = 3;

  private static final int HEADER_BYTES = 8;
  private static final int WIDEST = 480;
  private static final int BRIGHTEST = 255;

  private PictureMessage() {}

  /** A camera's picture, no wider than the page shows it. */
  static ByteString seen(int place, Picture picture) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(shrunk(image(picture)), "jpeg", jpeg);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return message(SEEN, place, 0, 0, jpeg.toByteArray());
  }

  private static BufferedImage image(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2);
      }
      image.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return image;
  }

  private static BufferedImage shrunk(BufferedImage image) {
    if (image.getWidth() <= WIDEST) {
      return image;
    }
    int height = Math.max(1, image.getHeight() * WIDEST / image.getWidth());
    BufferedImage small = new BufferedImage(WIDEST, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, WIDEST, height, null);
    g.dispose();
    return small;
  }

  /**
   * What a network sees.
   *
   * @param tensor height x width x red, green, blue, in 0..1
   */
  static ByteString tensor(int place, float[] tensor, int width, int height) {
    byte[] bytes = new byte[tensor.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(BRIGHTEST * Math.max(0, Math.min(1, tensor[i])));
    }
    return message(TENSOR, place, height, width, bytes);
  }

  private static ByteString message(byte kind, int place, int height, int width, byte[] body) {
    ByteBuffer message =
        ByteBuffer.allocate(HEADER_BYTES + body.length).order(ByteOrder.LITTLE_ENDIAN);
    message.put(kind).put((byte) place).putShort((short) height).putShort((short) width);
    message.putShort((short) 0).put(body);
    return ByteString.fromArrayUnsafe(message.array());
  }
}
