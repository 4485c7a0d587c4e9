package org.analognets.frontends.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Pictures in JPEG, PNG, BMP or GIF (its first frame) to 8-bit RGB.
 *
 * <p>Size is checked before anything is decoded: a file of up to {@value #LARGEST_MEGABYTES} MB and
 * {@value #LARGEST_MEGAPIXELS} megapixels is read. Grey becomes three equal channels, what is
 * transparent shows white, colour profiles and a camera's note on how it was held are ignored.
 * CMYK, which is for printers, is refused.
 */
public final class PictureFile {
  /** Largest file that is read, in MB of 1,000,000 bytes. */
  public static final int LARGEST_MEGABYTES = 64;

  /** Largest picture that is decoded; a camera of a telephone has up to about 50. */
  public static final int LARGEST_MEGAPIXELS = 50;

  static final int LARGEST_BYTES = LARGEST_MEGABYTES * 1_000_000;
  private static final List<String> FORMATS = List.of("jpeg", "png", "bmp", "gif");

  private PictureFile() {}

  /**
   * Reads a file.
   *
   * @throws BrokenPictureException one line naming the file, what is wrong with it and what to do
   */
  public static Picture read(Path path) throws BrokenPictureException {
    return decode(bytes(path), path.toString());
  }

  /**
   * Decodes a file in memory.
   *
   * @param name what to call it in an error
   * @throws BrokenPictureException one line naming it, what is wrong with it and what to do
   */
  public static Picture decode(byte[] bytes, String name) throws BrokenPictureException {
    return Pixels.of(image(bytes, name));
  }

  /** Reads a file as Java's image. */
  static BufferedImage image(Path path) throws BrokenPictureException {
    return image(bytes(path), path.toString());
  }

  /** Decodes a file in memory as Java's image. */
  static BufferedImage image(byte[] bytes, String name) throws BrokenPictureException {
    if (bytes.length > LARGEST_BYTES) {
      throw tooManyBytes(name);
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(in, name);
      try {
        reader.setInput(in, true, true);
        return decode(reader, name);
      } finally {
        reader.dispose();
      }
    } catch (BrokenPictureException told) {
      throw told;
    } catch (IOException | RuntimeException e) {
      // Readers meet damage with exceptions of every kind.
      throw broken(name, reason(e), e);
    }
  }

  static byte[] bytes(Path path) throws BrokenPictureException {
    String name = path.toString();
    if (Files.isDirectory(path)) {
      throw new BrokenPictureException(name + ": is a folder; name a picture");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LARGEST_BYTES + 1); // one too many shows that there are more
    } catch (NoSuchFileException e) {
      throw new BrokenPictureException(name + ": no such file; check the path", e);
    } catch (AccessDeniedException e) {
      throw new BrokenPictureException(name + ": permission denied; make it readable", e);
    } catch (IOException e) {
      throw new BrokenPictureException(
          name + ": cannot be read (" + reason(e) + "); check the file", e);
    }
  }

  private static ImageReader reader(ImageInputStream in, String name)
      throws BrokenPictureException {
    for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
      ImageReader reader = readers.next();
      String[] formats = reader.getOriginatingProvider().getFormatNames();
      if (Arrays.stream(formats).anyMatch(f -> FORMATS.contains(f.toLowerCase(Locale.ROOT)))) {
        return reader;
      }
    }
    throw new BrokenPictureException(name + ": is no JPEG, PNG, BMP or GIF picture; convert it");
  }

  private static BufferedImage decode(ImageReader reader, String name) throws IOException {
    checkSize(reader.getWidth(0), reader.getHeight(0), name);
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
      throw new IIOException("it is in CMYK, which is for printers; save it as RGB");
    }
    // The JPEG reader paints what a file lacks in grey and only warns. Its other warnings, such as
    // of stray bytes between segments, do the picture no harm.
    for (String warning : warnings) {
      if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
        throw new IIOException("it ends too early");
      }
    }
    return image;
  }

  /** Refuses what would take too much memory. */
  static void checkSize(int width, int height, String name) throws BrokenPictureException {
    if ((long) width * height > LARGEST_MEGAPIXELS * 1_000_000L) {
      throw new BrokenPictureException(
          "%s: %d x %d pixels are more than %d megapixels; scale it down"
              .formatted(name, width, height, LARGEST_MEGAPIXELS));
    }
  }

  static BrokenPictureException tooManyBytes(String name) {
    return new BrokenPictureException(
        name + ": more than " + LARGEST_MEGABYTES + " MB; scale it down");
  }

  static BrokenPictureException broken(String name, String reason, Throwable cause) {
    return new BrokenPictureException(
        name + ": cannot be decoded (" + reason + "); is it damaged?", cause);
  }

  static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
