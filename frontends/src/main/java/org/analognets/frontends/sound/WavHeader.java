package org.analognets.frontends.sound;

import static java.util.Map.entry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What stands before the samples of a WAV file (RIFF/WAVE, as in Microsoft's multimedia
 * specification): chunks of an id, a length and a body, padded to even length.
 *
 * @param encoding how a sample lies in bytes
 * @param channels samples in a frame
 * @param rateHz frames per second
 * @param dataBytes length of the samples, or {@link #UNKNOWN} when they go on until the end
 * @param dataOffset where the samples begin, in bytes from the start
 */
record WavHeader(PcmEncoding encoding, int channels, int rateHz, long dataBytes, long dataOffset) {

  /** Programs that write into a pipe can't know the length and leave all bits set. */
  static final long UNKNOWN = 0xffff_ffffL;

  static final int LOWEST_RATE_HZ = 1_000;
  static final int HIGHEST_RATE_HZ = 768_000;
  static final int MOST_CHANNELS = 256;

  private static final int RIFF_BYTES = 12;
  private static final int CHUNK_BYTES = 8;
  private static final int FORMAT_BYTES = 16;
  private static final int EXTENSIBLE_BYTES = 40;

  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int EXTENSIBLE = 0xfffe;
  private static final Map<Integer, String> COMPRESSED =
      Map.of(2, "ADPCM", 6, "A-law", 7, "mu-law", 0x11, "ADPCM", 0x31, "GSM", 0x55, "MP3");

  private static final Map<String, String> OTHER_FILES =
      Map.ofEntries(
          entry("fLaC", "FLAC"),
          entry("OggS", "Ogg"),
          entry("ID3", "MP3"),
          entry("FORM", "AIFF"),
          entry(".snd", "Sun audio"),
          entry("RIFX", "RIFX (big-endian)"),
          entry("RF64", "RF64 (over 4 GB)"),
          entry("BW64", "BW64 (over 4 GB)"));

  /** Bytes of one frame. */
  int frameBytes() {
    return encoding.bytes() * channels;
  }

  /** Length in frames, when it is known. */
  long frames() {
    return dataBytes / frameBytes();
  }

  /**
   * Reads up to the first sample.
   *
   * @param name what to call the file in an error
   * @throws AudioException when this is no WAV file or one that can't be read
   */
  static WavHeader read(InputStream in, String name) throws AudioException {
    try {
      return new Parser(in, name).parse();
    } catch (EOFException e) {
      throw new AudioException(
          name + ": the WAV file ends before its samples; copy or record it again", e);
    } catch (AudioException e) {
      throw e;
    } catch (IOException e) {
      throw WavFile.unreadable(name, e);
    }
  }

  private static final class Parser {
    private final InputStream in;
    private final String name;
    private long position;

    Parser(InputStream in, String name) {
      this.in = in;
      this.name = name;
    }

    WavHeader parse() throws IOException {
      checkMagic();
      ByteBuffer format = ByteBuffer.allocate(0);
      while (true) {
        ByteBuffer chunk = bytes(CHUNK_BYTES);
        String id = id(chunk, 0);
        long length = chunk.getInt(4) & UNKNOWN;
        if (id.equals("data")) {
          return header(format, length);
        } else if (id.equals("fmt ")) {
          format = bytes((int) Math.min(length, EXTENSIBLE_BYTES));
          skip(length - format.capacity() + length % 2);
        } else {
          skip(length + length % 2);
        }
      }
    }

    private void checkMagic() throws IOException {
      byte[] start = in.readNBytes(RIFF_BYTES);
      position = start.length;
      if (start.length == 0) {
        throw problem("is empty (0 bytes); record or copy it again");
      }
      ByteBuffer riff = ByteBuffer.wrap(start);
      if (start.length < RIFF_BYTES || !id(riff, 0).equals("RIFF") || !id(riff, 8).equals("WAVE")) {
        throw problem("is not a WAV file" + kind(start) + "; convert it, for example with ffmpeg");
      }
    }

    private static String kind(byte[] start) {
      String text = new String(start, StandardCharsets.ISO_8859_1);
      return OTHER_FILES.entrySet().stream()
          .filter(entry -> text.startsWith(entry.getKey()))
          .map(entry -> " but " + entry.getValue())
          .findFirst()
          .orElse("");
    }

    private WavHeader header(ByteBuffer format, long dataBytes) throws AudioException {
      if (format.capacity() < FORMAT_BYTES) {
        throw problem("has no sample format before its samples; it is damaged, export it again");
      }
      int tag = format.getShort(0) & 0xffff;
      if (tag == EXTENSIBLE && format.capacity() == EXTENSIBLE_BYTES) {
        tag = format.getShort(24) & 0xffff;
      }
      int channels = channels(format);
      PcmEncoding encoding = encoding(tag, format.getShort(14) & 0xffff);
      int frameBytes = format.getShort(12) & 0xffff;
      if (frameBytes != encoding.bytes() * channels) {
        throw problem(
            "gives %d bytes per frame where %d channels of %d bytes need %d; export it again"
                .formatted(frameBytes, channels, encoding.bytes(), encoding.bytes() * channels));
      }
      if (dataBytes < frameBytes) {
        throw problem("holds no samples; record or export it again");
      }
      return new WavHeader(encoding, channels, rateHz(format), dataBytes, position);
    }

    private int channels(ByteBuffer format) throws AudioException {
      int channels = format.getShort(2) & 0xffff;
      if (channels < 1 || channels > MOST_CHANNELS) {
        throw problem(
            "has %d channels, not 1 to %d; export it again".formatted(channels, MOST_CHANNELS));
      }
      return channels;
    }

    private int rateHz(ByteBuffer format) throws AudioException {
      long rateHz = format.getInt(4) & UNKNOWN;
      if (rateHz < LOWEST_RATE_HZ || rateHz > HIGHEST_RATE_HZ) {
        throw problem(
            "has a sample rate of %d Hz, not %d to %d Hz; export it again at 16000 Hz"
                .formatted(rateHz, LOWEST_RATE_HZ, HIGHEST_RATE_HZ));
      }
      return (int) rateHz;
    }

    private PcmEncoding encoding(int tag, int bits) throws AudioException {
      if (tag == PCM && bits >= 1 && bits <= 32) {
        // A width between two containers (20 bit in 3 bytes) is aligned to the container's top.
        return switch ((bits + 7) / 8) {
          case 1 -> PcmEncoding.UNSIGNED_8;
          case 2 -> PcmEncoding.SIGNED_16;
          case 3 -> PcmEncoding.SIGNED_24;
          default -> PcmEncoding.SIGNED_32;
        };
      }
      if (tag == IEEE_FLOAT && (bits == 32 || bits == 64)) {
        return bits == 32 ? PcmEncoding.FLOAT_32 : PcmEncoding.FLOAT_64;
      }
      String what = COMPRESSED.getOrDefault(tag, "format 0x%04x".formatted(tag));
      String given = tag == PCM ? "PCM" : tag == IEEE_FLOAT ? "float" : what;
      throw problem(
          ("holds %d-bit %s samples; only PCM of 8, 16, 24, 32 bit and float of 32, 64 bit can be"
                  + " read: convert it, for example with ffmpeg -i IN.wav -c:a pcm_s16le OUT.wav")
              .formatted(bits, given));
    }

    private ByteBuffer bytes(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      position += length;
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void skip(long length) throws IOException {
      in.skipNBytes(length);
      position += length;
    }

    private AudioException problem(String what) {
      return new AudioException(name + ": " + what);
    }

    private static String id(ByteBuffer bytes, int at) {
      byte[] letters = new byte[4];
      bytes.get(at, letters);
      return new String(letters, StandardCharsets.ISO_8859_1);
    }
  }
}
