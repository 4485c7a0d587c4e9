package org.analognets.frontends.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The samples of one WAV file, decoded in blocks: a file of any length needs little memory. */
final class WavInput implements MonoInput {
  private static final Logger log = LoggerFactory.getLogger(WavInput.class);
  private static final int BLOCK_BYTES = 1 << 15;

  private final String name;
  private final InputStream in;
  private final WavHeader header;
  private final byte[] block;
  private long bytesLeft;

  private WavInput(InputStream in, String name) throws AudioException {
    this.name = name;
    this.in = in;
    header = WavHeader.read(in, name);
    int frameBytes = header.frameBytes();
    block = new byte[Math.max(1, BLOCK_BYTES / frameBytes) * frameBytes];
    bytesLeft = header.dataBytes() == WavHeader.UNKNOWN ? Long.MAX_VALUE : header.dataBytes();
  }

  /** Reads from a stream that somebody else opened; closing this closes it. */
  static WavInput of(InputStream in, String name) throws AudioException {
    return new WavInput(in, name);
  }

  /** Opens a file. A regular one is checked against its header's length at once. */
  static WavInput open(Path path) throws AudioException {
    if (Files.isDirectory(path)) {
      throw new AudioException(path + ": is a directory; give the name of a WAV file in it");
    }
    InputStream in = newStream(path);
    try {
      WavInput wav = new WavInput(in, path.toString());
      wav.checkLength(path);
      return wav;
    } catch (AudioException e) {
      closeQuietly(in, path.toString());
      throw e;
    }
  }

  private static InputStream newStream(Path path) throws AudioException {
    try {
      return new BufferedInputStream(Files.newInputStream(path), BLOCK_BYTES);
    } catch (NoSuchFileException e) {
      throw new AudioException(path + ": no such file; check the name", e);
    } catch (IOException e) {
      throw WavFile.unreadable(path.toString(), e);
    }
  }

  private void checkLength(Path path) throws AudioException {
    if (Files.isRegularFile(path) && bytesLeft != Long.MAX_VALUE) {
      try {
        long missing = header.dataOffset() + header.dataBytes() - Files.size(path);
        if (missing > 0) {
          throw truncated(missing);
        }
      } catch (AudioException e) {
        throw e;
      } catch (IOException e) {
        throw WavFile.unreadable(name, e);
      }
    }
  }

  WavHeader header() {
    return header;
  }

  @Override
  public int rateHz() {
    return header.rateHz();
  }

  @Override
  public int read(float[] out, int offset, int length) throws AudioException {
    int frameBytes = header.frameBytes();
    int wanted = (int) Math.min(Math.min((long) length * frameBytes, block.length), bytesLeft);
    int got = fill(wanted);
    int frames = got / frameBytes;
    if (got % frameBytes != 0) {
      log.warn("{}: leaving out {} bytes after the last whole frame", name, got % frameBytes);
    }
    if (frames == 0) {
      return -1;
    }
    header.encoding().decode(block, frames, header.channels(), out, offset);
    if (header.encoding().isFloat()) {
      bound(out, offset, frames);
    }
    return frames;
  }

  private int fill(int wanted) throws AudioException {
    try {
      int got = in.readNBytes(block, 0, wanted);
      boolean lengthKnown = bytesLeft != Long.MAX_VALUE;
      if (lengthKnown) {
        bytesLeft -= got;
      }
      if (got < wanted && lengthKnown) {
        throw truncated(bytesLeft);
      }
      return got;
    } catch (AudioException e) {
      throw e;
    } catch (IOException e) {
      throw WavFile.unreadable(name, e);
    }
  }

  /** Float samples may go beyond full scale, which is harmless, or be no number, which is not. */
  private void bound(float[] samples, int offset, int length) throws AudioException {
    for (int i = offset; i < offset + length; i++) {
      if (Float.isNaN(samples[i])) {
        throw new AudioException(name + ": holds a sample that is not a number; export it again");
      }
      samples[i] = Math.max(-1f, Math.min(1f, samples[i]));
    }
  }

  private AudioException truncated(long missingBytes) {
    return new AudioException(
        "%s: is truncated, %d of %d bytes of samples are missing; copy or record it again"
            .formatted(name, missingBytes, header.dataBytes()));
  }

  @Override
  public void close() {
    closeQuietly(in, name);
  }

  /** Nothing was written, so nothing is lost when closing fails. */
  private static void closeQuietly(InputStream in, String name) {
    try {
      in.close();
    } catch (IOException e) {
      log.debug("{}: closing failed", name, e);
    }
  }
}
