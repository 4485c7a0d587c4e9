package org.analognets.frontends.sound;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How one sample lies in bytes, little-endian; integers are scaled so that full scale is 1. */
enum PcmEncoding {
  UNSIGNED_8(1) {
    @Override
    float sample(byte[] bytes, int at) {
      return ((bytes[at] & 0xff) - 128) / 128f;
    }
  },
  SIGNED_16(2) {
    @Override
    float sample(byte[] bytes, int at) {
      return (short) SHORT.get(bytes, at) / 32_768f;
    }
  },
  SIGNED_24(3) {
    @Override
    float sample(byte[] bytes, int at) {
      int value = (bytes[at + 2] << 16) | ((bytes[at + 1] & 0xff) << 8) | (bytes[at] & 0xff);
      return value / 8_388_608f;
    }
  },
  SIGNED_32(4) {
    @Override
    float sample(byte[] bytes, int at) {
      return (int) INT.get(bytes, at) / 0x1p31f;
    }
  },
  FLOAT_32(4) {
    @Override
    float sample(byte[] bytes, int at) {
      return (float) FLOAT.get(bytes, at);
    }
  },
  FLOAT_64(8) {
    @Override
    float sample(byte[] bytes, int at) {
      return (float) (double) DOUBLE.get(bytes, at);
    }
  };

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private final int bytes;

  PcmEncoding(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes per sample. */
  int bytes() {
    return bytes;
  }

  /** Whether samples are floating point, and so may lie outside [-1, 1] or be no number at all. */
  boolean isFloat() {
    return this == FLOAT_32 || this == FLOAT_64;
  }

  /** The sample that starts at a byte. */
  abstract float sample(byte[] bytes, int at);

  /**
   * Decodes interleaved frames into the mean of their channels.
   *
   * @param frames how many frames {@code in} holds from index 0 on
   * @param out receives one sample for each frame from {@code offset} on
   */
  void decode(byte[] in, int frames, int channels, float[] out, int offset) {
    if (channels == 1 && this == SIGNED_16) {
      decodeSigned16(in, frames, out, offset);
      return;
    }
    int at = 0;
    for (int frame = 0; frame < frames; frame++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += sample(in, at);
        at += bytes;
      }
      out[offset + frame] = sum / channels;
    }
  }

  /** The usual case on its own: a loop without calls that the compiler turns into vector code. */
  private static void decodeSigned16(byte[] in, int frames, float[] out, int offset) {
    for (int frame = 0; frame < frames; frame++) {
      out[offset + frame] = (short) SHORT.get(in, 2 * frame) / 32_768f;
    }
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
