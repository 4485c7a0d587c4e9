package org.analognets.frontends.sound;

/** An open recording: 16 kHz mono samples in [-1, 1], read in order by one thread. */
public interface AudioStream extends AutoCloseable {

  /**
   * Reads until the buffer is full or the sound ends; blocks meanwhile.
   *
   * @param samples filled from index 0
   * @return how many samples were read; fewer than the buffer's length only at the end, -1 after it
   * @throws AudioException when the device is gone or the file is damaged
   */
  int read(float[] samples) throws AudioException;

  /** Releases the device or file; a blocked {@link #read} then ends. Closing twice does nothing. */
  @Override
  void close();
}
