package org.analognets.frontends.sound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds WAV files of every kind that the reader must understand, byte by byte. */
final class WavBytes {
  private int tag = 1;
  private int bits = 16;
  private int channels = 1;
  private long rateHz = Mfcc.SAMPLE_RATE_HZ;
  private boolean extensible;
  private boolean oddChunks;
  private long claimedBytes = -1;
  private byte[] data = new byte[0];

  static WavBytes wav() {
    return new WavBytes();
  }

  WavBytes format(int newTag, int newBits) {
    tag = newTag;
    bits = newBits;
    return this;
  }

  WavBytes encoding(PcmEncoding encoding) {
    return format(encoding.isFloat() ? 3 : 1, 8 * encoding.bytes());
  }

  WavBytes channels(int newChannels) {
    channels = newChannels;
    return this;
  }

  WavBytes rateHz(long newRateHz) {
    rateHz = newRateHz;
    return this;
  }

  WavBytes extensible() {
    extensible = true;
    return this;
  }

  /** Puts chunks of odd length before the format and before the samples. */
  WavBytes oddChunks() {
    oddChunks = true;
    return this;
  }

  /** Lets the header announce another length than the samples have. */
  WavBytes claiming(long dataBytes) {
    claimedBytes = dataBytes;
    return this;
  }

  WavBytes data(byte[] newData) {
    data = newData;
    return this;
  }

  /** Sets interleaved samples in [-1, 1], in the format chosen before. */
  WavBytes samples(float... samples) {
    ByteBuffer out = littleEndian(samples.length * bits / 8);
    for (float sample : samples) {
      put(out, sample);
    }
    return data(bytes(out));
  }

  private void put(ByteBuffer out, double sample) {
    if (tag == 3) {
      if (bits == 32) {
        out.putFloat((float) sample);
      } else {
        out.putDouble(sample);
      }
      return;
    }
    double fullScale = Math.pow(2, bits - 1);
    long value = Math.round(Math.max(-fullScale, Math.min(fullScale - 1, sample * fullScale)));
    if (bits == 8) {
      value += 128;
    }
    for (int shift = 0; shift < bits; shift += 8) {
      out.put((byte) (value >> shift));
    }
  }

  byte[] build() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(ascii("WAVE"));
    if (oddChunks) {
      body.writeBytes(chunk("LIST", new byte[7], 7));
    }
    body.writeBytes(chunk("fmt ", format(), format().length));
    if (oddChunks) {
      body.writeBytes(chunk("fact", new byte[13], 13));
    }
    body.writeBytes(chunk("data", data, claimedBytes < 0 ? data.length : claimedBytes));
    return chunk("RIFF", body.toByteArray(), body.size());
  }

  private byte[] format() {
    int frameBytes = channels * bits / 8;
    ByteBuffer out = littleEndian(extensible ? 40 : 16);
    out.putShort((short) (extensible ? 0xfffe : tag)).putShort((short) channels);
    out.putInt((int) rateHz).putInt((int) (rateHz * frameBytes));
    out.putShort((short) frameBytes).putShort((short) bits);
    if (extensible) {
      out.putShort((short) 22).putShort((short) bits).putInt(0);
      out.putShort((short) tag)
          .put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa});
      out.put(new byte[] {0, 0x38, (byte) 0x9b, 0x71});
    }
    return bytes(out);
  }

  private static byte[] bytes(ByteBuffer whole) {
    byte[] bytes = new byte[whole.capacity()];
    whole.get(0, bytes);
    return bytes;
  }

  private static byte[] chunk(String id, byte[] body, long length) {
    ByteBuffer out = littleEndian(8 + body.length + body.length % 2);
    return bytes(out.put(ascii(id)).putInt((int) length).put(body));
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
