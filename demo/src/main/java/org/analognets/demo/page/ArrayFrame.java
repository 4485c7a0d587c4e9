package org.analognets.demo.page;

import akka.util.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.analognets.analog.chip.ConductanceMap;

/**
 * The picture of an array as the page gets it, little-endian:
 *
 * <pre>
 *  0  1 byte   1: this kind of message
 *  1  1 byte   which sensor, by its place in the state
 *  2  2 bytes  height
 *  4  2 bytes  width
 *  8  8 bytes  age in seconds, double
 * 16  4 bytes  g_max in microsiemens, float
 * 20  4 bytes  mean conductance in microsiemens, float
 * 24  height * width bytes: 0 where there are no weights, else 1 (nothing) to 255 (g_max)
 * </pre>
 */
final class ArrayFrame {
  static final byte KIND = 1;

  private static final int HEADER_BYTES = 24;
  private static final float HIGHEST = 254;

  private ArrayFrame() {}

  static ByteString of(int sensor, ConductanceMap map) {
    ByteBuffer frame =
        ByteBuffer.allocate(HEADER_BYTES + map.microSiemens().length)
            .order(ByteOrder.LITTLE_ENDIAN);
    frame.put(KIND).put((byte) sensor);
    frame.putShort((short) map.height()).putShort((short) map.width()).putShort((short) 0);
    frame.putDouble(map.ageSeconds());
    frame.putFloat((float) map.gMaxMicroSiemens()).putFloat((float) map.meanMicroSiemens());
    for (float value : map.microSiemens()) {
      frame.put(Float.isNaN(value) ? 0 : level(value / map.gMaxMicroSiemens()));
    }
    return ByteString.fromArrayUnsafe(frame.array());
  }

  private static byte level(double part) {
    return (byte) (1 + Math.round(HIGHEST * Math.max(0, Math.min(1, part))));
  }
}
