package org.analognets.frontends.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Animated GIFs for tests. */
final class Gifs {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
  private final ImageOutputStream out;

  private Gifs() throws IOException {
    out = ImageIO.createImageOutputStream(bytes);
    writer.setOutput(out);
    writer.prepareWriteSequence(null);
  }

  /** Images of 24 x 16 pixels, one for each colour, each shown for some hundredths of a second. */
  static byte[] animation(int delayHundredths, int... colours) throws IOException {
    Gifs gif = new Gifs();
    for (int colour : colours) {
      gif.add(Images.plain(24, 16, colour), 0, delayHundredths, "none");
    }
    return gif.done();
  }

  /**
   * 24 x 16 pixels of red 0x10; then their left half of red 0x20, disposed of as named; then their
   * right edge of red 0x30; a tenth of a second each.
   */
  static byte[] parts(String disposal) throws IOException {
    Gifs gif = new Gifs();
    gif.add(Images.plain(24, 16, 0x100000), 0, 10, "none");
    gif.add(Images.plain(12, 16, 0x200000), 0, 10, disposal);
    gif.add(Images.plain(2, 16, 0x300000), 22, 10, "none");
    return gif.done();
  }

  private void add(BufferedImage image, int left, int delay, String disposal) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
    IIOMetadataNode place = new IIOMetadataNode("ImageDescriptor");
    place.setAttribute("imageLeftPosition", "" + left);
    place.setAttribute("imageTopPosition", "0");
    place.setAttribute("imageWidth", "" + image.getWidth());
    place.setAttribute("imageHeight", "" + image.getHeight());
    place.setAttribute("interlaceFlag", "FALSE");
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", disposal);
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", "" + delay);
    control.setAttribute("transparentColorIndex", "0");
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(place);
    root.appendChild(control);
    metadata.mergeTree(FORMAT, root);
    writer.writeToSequence(new IIOImage(image, null, metadata), null);
  }

  private byte[] done() throws IOException {
    writer.endWriteSequence();
    out.close();
    return bytes.toByteArray();
  }
}
