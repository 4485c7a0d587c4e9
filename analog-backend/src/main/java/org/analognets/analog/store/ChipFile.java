package org.analognets.analog.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A programmed chip on disk: the same devices again, so the same answers to the last bit.
 *
 * <p>Numbers are big-endian; texts are two bytes of length and modified UTF-8.
 *
 * <table>
 * <caption>Header, {@value #HEADER_BYTES} bytes</caption>
 * <tr><td>8 bytes</td><td>magic: 0x89 {@code CHIP} CR LF 0x1A, as PNG has it</td></tr>
 * <tr><td>int</td><td>version of the format, {@value #VERSION}</td></tr>
 * <tr><td>long</td><td>bytes of payload</td></tr>
 * <tr><td>int</td><td>CRC-32 of the payload</td></tr>
 * </table>
 *
 * <p>The payload is told by {@link ChipPayload}.
 */
public final class ChipFile {
  private static final byte[] MAGIC = {(byte) 0x89, 'C', 'H', 'I', 'P', '\r', '\n', 0x1a};
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 24;
  private static final String AGAIN = "; copy it again or program a new one";

  private ChipFile() {}

  /**
   * Writes a chip; a file of that name is replaced only once the new one is whole.
   *
   * @throws IOException when the file can't be written; one line
   */
  public static void write(Path file, StoredChip stored) throws IOException {
    byte[] payload = ChipPayload.write(stored);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEADER_BYTES + payload.length);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(VERSION);
      out.writeLong(payload.length);
      out.writeInt(crc(payload));
      out.write(payload);
    }
    WholeFile.write(file, bytes.toByteArray());
  }

  /**
   * Reads a chip.
   *
   * @throws IOException when there is no such file, or it is no chip file, or a damaged one; one
   *     line that names the file
   */
  public static StoredChip read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw wrong(file, "is a folder; name the chip file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ChipPayload.read(payload(file, in));
    } catch (NoSuchFileException e) {
      throw new IOException(prefix(file) + "does not exist; check its path", e);
    } catch (IllegalArgumentException | ChipPayload.FormatException e) {
      throw new IOException(prefix(file) + e.getMessage() + AGAIN, e);
    }
  }

  /** Checks the header and all that it says of the payload. */
  private static byte[] payload(Path file, InputStream in) throws IOException {
    byte[] header = in.readNBytes(HEADER_BYTES);
    if (!Arrays.equals(header, 0, Math.min(MAGIC.length, header.length), MAGIC, 0, MAGIC.length)) {
      throw wrong(file, "is no chip file; 'analognets program' writes one");
    }
    if (header.length < HEADER_BYTES) {
      throw wrong(file, "is cut short" + AGAIN);
    }
    DataInputStream fields =
        new DataInputStream(
            new ByteArrayInputStream(header, MAGIC.length, HEADER_BYTES - MAGIC.length));
    int version = fields.readInt();
    if (version != VERSION) {
      throw wrong(
          file,
          "is of format "
              + version
              + ", this program reads "
              + VERSION
              + "; use the one it is from");
    }
    long length = fields.readLong();
    long there = Files.size(file) - HEADER_BYTES;
    if (there < length) {
      throw wrong(file, "is cut short by " + (length - there) + " bytes" + AGAIN);
    }
    if (there > length) {
      throw wrong(file, "goes on after its end" + AGAIN);
    }
    byte[] payload = in.readAllBytes();
    if (crc(payload) != fields.readInt()) {
      throw wrong(file, "is damaged: its CRC does not fit" + AGAIN);
    }
    return payload;
  }

  private static int crc(byte[] payload) {
    CRC32 crc = new CRC32();
    crc.update(payload);
    return (int) crc.getValue();
  }

  private static IOException wrong(Path file, String what) {
    return new IOException(prefix(file) + what);
  }

  private static String prefix(Path file) {
    return "chip " + file + ": ";
  }
}
