package org.analognets.frontends.sound;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Whole WAV files to and from 16 kHz mono samples in [-1, 1].
 *
 * <p>Reads PCM of 8, 16, 24 and 32 bit and float of 32 and 64 bit, plain or WAVE_FORMAT_EXTENSIBLE,
 * of any rate from 1 to 768 kHz and any number of channels up to 256: channels are averaged, then
 * the mean is resampled. A recording too long for memory is read in pieces with {@link WavSource}.
 */
public final class WavFile {
  private static final int FIRST_BUFFER_SAMPLES = 1 << 16;
  private static final int HEADER_BYTES = 44;
  private static final int LONGEST_SAMPLES = (Integer.MAX_VALUE - HEADER_BYTES) / 2;
  private static final float FULL_SCALE = 32_768f;

  private WavFile() {}

  /**
   * Reads a file.
   *
   * @throws AudioException one line naming the file, what is wrong with it and what to do
   */
  public static float[] read(Path path) throws AudioException {
    try (WavInput input = WavInput.open(path)) {
      return read(input);
    }
  }

  /**
   * Reads a file out of a stream, such as an archive's entry. The stream is left open, behind the
   * last sample that its header announces.
   *
   * @param name what to call it in an error
   * @throws AudioException one line naming it, what is wrong with it and what to do
   */
  @SuppressWarnings("resource") // closing the input would close the caller's stream
  public static float[] read(InputStream in, String name) throws AudioException {
    return read(WavInput.of(in, name));
  }

  private static float[] read(WavInput input) throws AudioException {
    WavHeader header = input.header();
    long expected = header.frames() * Mfcc.SAMPLE_RATE_HZ / header.rateHz() + 1;
    // A header may claim anything: believe it only as far as a small buffer goes.
    float[] samples = new float[(int) Math.min(expected, FIRST_BUFFER_SAMPLES)];
    int filled = 0;
    MonoInput mono =
        header.rateHz() == Mfcc.SAMPLE_RATE_HZ
            ? input
            : new ResampledInput(input, Mfcc.SAMPLE_RATE_HZ);
    for (int got = 0; got >= 0; filled += Math.max(got, 0)) {
      if (filled == samples.length) {
        samples = Arrays.copyOf(samples, longer(samples.length));
      }
      got = mono.read(samples, filled, samples.length - filled);
    }
    return filled == samples.length ? samples : Arrays.copyOf(samples, filled);
  }

  private static int longer(int length) {
    return (int) Math.min(2L * length, Integer.MAX_VALUE - 8);
  }

  /**
   * Writes a 16-bit mono file of 16 kHz; samples beyond [-1, 1] are clipped.
   *
   * @throws IllegalArgumentException when a WAV file can't hold that many samples
   */
  public static void write(Path path, float[] samples) throws IOException {
    if (samples.length > LONGEST_SAMPLES) {
      throw new IllegalArgumentException("too long for a WAV file: " + samples.length + " samples");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      out.write(header(2 * samples.length));
      for (float sample : samples) {
        int value = Math.max(-32_768, Math.min(32_767, Math.round(sample * FULL_SCALE)));
        out.write(value);
        out.write(value >> 8);
      }
    }
  }

  private static byte[] header(int dataBytes) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.ISO_8859_1));
    header.putInt(HEADER_BYTES - 8 + dataBytes);
    header.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1));
    header.putInt(16).putShort((short) 1).putShort((short) 1);
    header.putInt(Mfcc.SAMPLE_RATE_HZ).putInt(2 * Mfcc.SAMPLE_RATE_HZ);
    header.putShort((short) 2).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(dataBytes);
    return header.array();
  }

  /** One line for the user out of what the file system said. */
  static AudioException unreadable(String name, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return new AudioException(name + ": permission denied; make it readable", cause);
    }
    return new AudioException(
        name + ": cannot be read (" + reason(cause, name) + "); check the file", cause);
  }

  /** File system exceptions put the path before the reason, and the name stands there already. */
  private static String reason(IOException cause, String name) {
    String message = String.valueOf(cause.getMessage());
    return message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
  }
}
