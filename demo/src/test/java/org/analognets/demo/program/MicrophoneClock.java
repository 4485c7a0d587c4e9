package org.analognets.demo.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.testing.VirtualMicrophone;

/**
 * Listens to a virtual microphone beside the program, to tell when a recording began to be heard: its
 * first sample that is not zero. Exact to about 20 ms, the recorder's own buffer.
 */
final class MicrophoneClock implements AutoCloseable {
  private static final int CHUNK_BYTES = 2 * Mfcc.SAMPLE_RATE_HZ / 100;

  private final Process recorder;
  private final Thread reader;

  private volatile double beganMillis = Double.NaN;

  private MicrophoneClock(Process recorder) {
    this.recorder = recorder;
    reader = new Thread(this::read, "microphone-clock");
    reader.start();
  }

  static MicrophoneClock start(VirtualMicrophone microphone) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "parec",
            "--device=vmic.monitor",
            "--latency-msec=20",
            "--raw",
            "--format=s16le",
            "--rate=" + Mfcc.SAMPLE_RATE_HZ,
            "--channels=1");
    builder.environment().putAll(microphone.environment());
    return new MicrophoneClock(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  private void read() {
    try (InputStream in = recorder.getInputStream()) {
      byte[] chunk = in.readNBytes(CHUNK_BYTES);
      while (chunk.length == CHUNK_BYTES && Double.isNaN(beganMillis)) {
        double now = System.currentTimeMillis();
        var samples = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int i = 0; i < samples.limit() && Double.isNaN(beganMillis); i++) {
          if (samples.get(i) != 0) {
            int behind = samples.limit() - i;
            beganMillis = now - 1000.0 * behind / Mfcc.SAMPLE_RATE_HZ;
          }
        }
        chunk = in.readNBytes(CHUNK_BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When a recording began to be heard, in milliseconds since 1970; NaN while none was. */
  double beganMillis() {
    return beganMillis;
  }

  @Override
  public void close() {
    recorder.destroyForcibly();
  }
}
