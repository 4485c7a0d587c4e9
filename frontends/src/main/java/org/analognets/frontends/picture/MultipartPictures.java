package org.analognets.frontends.picture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Picture files out of an endless answer of parts (multipart/x-mixed-replace, RFC 2046), each with
 * its length in a header or lasting until the next boundary.
 */
final class MultipartPictures {
  private static final int LONGEST_LINE = 1000;
  private static final String LENGTH = "content-length:";

  private final InputStream in;
  private final String boundary;
  private final String name;
  private String delimiter = "";
  private boolean afterDelimiter;

  /**
   * Reads from the answer's beginning.
   *
   * @param boundary as the answer's content type names it
   * @param name what to call the camera in an error
   */
  MultipartPictures(InputStream in, String boundary, String name) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.boundary = withoutDashes(boundary);
    this.name = name;
  }

  /** Some cameras count the dashes before a boundary to its name and some don't. */
  private static String withoutDashes(String line) {
    return line.replaceFirst("^-+", "");
  }

  /**
   * The next part's bytes; blocks until it is there.
   *
   * @throws BrokenPictureException when it is too large; the next one may be asked for
   * @throws PictureException when the camera ended the stream
   */
  byte[] next() throws IOException {
    try {
      seekPart();
      long length = lengthInHeader();
      if (length > PictureFile.LARGEST_BYTES) {
        in.skipNBytes(length);
        throw PictureFile.tooManyBytes("picture of " + name);
      }
      return length < 0 ? untilDelimiter() : exactly((int) length);
    } catch (EOFException e) {
      throw new PictureException(name + " has ended its stream; is it still running?", e);
    }
  }

  private void seekPart() throws IOException {
    if (afterDelimiter) {
      afterDelimiter = false;
      endOfStreamAt(line());
      return;
    }
    String line = line();
    while (!withoutDashes(line).equals(boundary)) {
      if (withoutDashes(line).startsWith(boundary)) {
        endOfStreamAt(line.substring(line.indexOf(boundary) + boundary.length()));
      }
      line = line();
    }
    delimiter = "\r\n" + line;
  }

  private static void endOfStreamAt(String afterBoundary) throws EOFException {
    if (afterBoundary.equals("--")) {
      throw new EOFException();
    }
  }

  /** Reads a part's headers; -1 where none tells the length. */
  private long lengthInHeader() throws IOException {
    long length = -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        String digits = line.substring(LENGTH.length()).strip();
        length = digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
      }
    }
    return length;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private byte[] untilDelimiter() throws IOException {
    byte[] end = delimiter.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < end.length) {
      int next = read();
      if (matched > 0 && next != end[matched]) {
        // Nothing within a delimiter but its first byte can begin one.
        out.write(end, 0, matched);
        matched = 0;
      }
      if (next == end[matched]) {
        matched++;
      } else {
        out.write(next);
      }
      if (out.size() > PictureFile.LARGEST_BYTES) {
        throw new PictureException(name + " sends a picture without end");
      }
    }
    afterDelimiter = true;
    return out.toByteArray();
  }

  /** A line without its end; of one that is too long for a header, the beginning. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = read(); next != '\n'; next = read()) {
      if (next != '\r' && line.length() < LONGEST_LINE) {
        line.append((char) next);
      }
    }
    return line.toString().stripTrailing();
  }

  private int read() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }
}
