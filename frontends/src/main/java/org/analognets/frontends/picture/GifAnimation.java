package org.analognets.frontends.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * An animated GIF, seen at a given frame rate: each image is what the animation shows at that
 * moment, put together from its parts as GIF89a says. One of a single image stands still for as long
 * as any picture.
 */
final class GifAnimation implements ImageSequence {
  private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";
  private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

  /** Shorter delays, 0 included, are taken for this one, as browsers do. */
  private static final int SHORTEST_DELAY = 2;

  private static final int USUAL_DELAY = 10;

  private final ImageReader reader;
  private final String name;
  private final double hundredthsPerFrame;
  private final int parts;
  private final BufferedImage canvas;
  private Runnable disposal = () -> {};
  private int nextPart;
  private double partEndsAt;
  private long frame;
  private boolean broken;

  private GifAnimation(ImageReader reader, String name, double framesPerSecond) throws IOException {
    this.reader = reader;
    this.name = name;
    this.hundredthsPerFrame = 100 / framesPerSecond;
    this.parts = reader.getNumImages(true);
    Element screen = element(reader.getStreamMetadata(), STREAM_FORMAT, "LogicalScreenDescriptor");
    int width = Math.max(number(screen, "logicalScreenWidth"), reader.getWidth(0));
    int height = Math.max(number(screen, "logicalScreenHeight"), reader.getHeight(0));
    PictureFile.checkSize(width, height, name);
    canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  static boolean isGif(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'G' && bytes[1] == 'I' && bytes[2] == 'F';
  }

  static GifAnimation of(byte[] bytes, String name, double framesPerSecond)
      throws BrokenPictureException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    try {
      return new GifAnimation(reader, name, framesPerSecond);
    } catch (BrokenPictureException told) {
      throw told;
    } catch (IOException | RuntimeException e) {
      throw PictureFile.broken(name, PictureFile.reason(e), e);
    }
  }

  @Override
  public @Nullable BufferedImage next() throws BrokenPictureException {
    double now = frame * hundredthsPerFrame;
    try {
      while (partEndsAt <= now && nextPart < parts && !broken) {
        draw(nextPart++);
      }
    } catch (IOException | RuntimeException e) {
      broken = true; // what follows builds on it
      throw PictureFile.broken(name, PictureFile.reason(e), e);
    }
    frame++;
    return broken || partEndsAt <= now ? null : canvas;
  }

  private void draw(int part) throws IOException {
    disposal.run();
    BufferedImage image = reader.read(part);
    IIOMetadata metadata = reader.getImageMetadata(part);
    Element place = element(metadata, IMAGE_FORMAT, "ImageDescriptor");
    Element control = element(metadata, IMAGE_FORMAT, "GraphicControlExtension");
    int left = number(place, "imageLeftPosition");
    int top = number(place, "imageTopPosition");
    Rectangle area = new Rectangle(left, top, image.getWidth(), image.getHeight());
    disposal = disposal(control == null ? "none" : control.getAttribute("disposalMethod"), area);
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(image, left, top, null);
    graphics.dispose();
    partEndsAt += parts == 1 ? 100 * FileWebcamDevice.STILL_SECONDS : delay(control);
  }

  /** What is done to the part's area before the next one is drawn. */
  private Runnable disposal(String method, Rectangle area) {
    return switch (method) {
      case "restoreToBackgroundColor" -> () -> clear(area);
      case "restoreToPrevious" -> restore();
      default -> () -> {};
    };
  }

  private void clear(Rectangle area) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.setColor(Color.BLACK);
    graphics.fill(area);
    graphics.dispose();
  }

  private Runnable restore() {
    BufferedImage before =
        new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
    before.setData(canvas.getRaster());
    return () -> canvas.setData(before.getRaster());
  }

  private static int delay(@Nullable Element control) {
    int delay = number(control, "delayTime");
    return delay < SHORTEST_DELAY ? USUAL_DELAY : delay;
  }

  private static @Nullable Element element(
      @Nullable IIOMetadata metadata, String format, String name) {
    if (metadata == null) {
      return null;
    }
    NodeList found = ((Element) metadata.getAsTree(format)).getElementsByTagName(name);
    return found.getLength() == 0 ? null : (Element) found.item(0);
  }

  private static int number(@Nullable Element element, String attribute) {
    String digits = element == null ? "" : element.getAttribute(attribute);
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
