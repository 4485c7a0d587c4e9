package org.analognets.frontends.sound;

import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.TargetDataLine;

/**
 * What a started capture line delivers.
 *
 * <p>A lost device shows in one of two ways: the line gives nothing although it has announced
 * bytes, or it announces none for {@value #SILENT_SECONDS} seconds. The line is therefore asked for
 * what it has and never left to block, which also lets {@link #close()} end a waiting read at once,
 * whatever the driver does.
 */
final class MicrophoneInput implements MonoInput {
  /** A sound server may take more than a second to deliver the first sample. */
  static final int SILENT_SECONDS = 5;

  private static final int BLOCKS_PER_SECOND = 50;
  private static final long POLL_NANOS = 5_000_000;

  private final TargetDataLine line;
  private final CaptureFormats.Choice format;
  private final String name;
  private final long silentNanos;
  private final byte[] block;
  private volatile boolean closed;

  MicrophoneInput(TargetDataLine line, CaptureFormats.Choice format, String name) {
    this(line, format, name, SILENT_SECONDS * 1_000_000_000L);
  }

  MicrophoneInput(
      TargetDataLine line, CaptureFormats.Choice format, String name, long silentNanos) {
    this.line = line;
    this.format = format;
    this.name = name;
    this.silentNanos = silentNanos;
    block = new byte[Math.max(1, format.rateHz() / BLOCKS_PER_SECOND) * frameBytes()];
  }

  @Override
  public int rateHz() {
    return format.rateHz();
  }

  @Override
  public int read(float[] out, int offset, int length) throws AudioException {
    int wanted = (int) Math.min((long) length * frameBytes(), block.length);
    int available = Math.min(await(), wanted);
    int got = closed ? 0 : line.read(block, 0, available);
    if (closed) {
      return -1;
    }
    if (got < frameBytes()) {
      throw lost();
    }
    int frames = got / frameBytes();
    format.encoding().decode(block, frames, format.channels(), out, offset);
    return frames;
  }

  /** Waits for whole frames and says how many bytes they have; 0 when this was closed meanwhile. */
  private int await() throws AudioException {
    long deadline = System.nanoTime() + silentNanos;
    while (!closed) {
      int available = line.available() / frameBytes() * frameBytes();
      if (available > 0) {
        return available;
      }
      boolean gone = !line.isOpen() || System.nanoTime() - deadline > 0;
      if (gone && !closed) {
        throw lost();
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new AudioException("listening to microphone " + name + " was interrupted");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return 0;
  }

  private AudioException lost() {
    return new AudioException(
        "microphone " + name + " delivers no more sound; is it still connected?");
  }

  private int frameBytes() {
    return format.channels() * format.encoding().bytes();
  }

  @Override
  public void close() {
    closed = true; // first, so that a reader never takes our closing for a loss
    line.close();
  }
}
