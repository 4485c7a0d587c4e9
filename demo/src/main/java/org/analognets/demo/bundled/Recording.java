package org.analognets.demo.bundled;

import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;

/** A recording in memory as a source of sound. */
public final class Recording implements AudioSource {
  private final String name;
  private final float[] samples;

  /**
   * A recording.
   *
   * @param samples 16 kHz mono in [-1, 1]
   */
  public Recording(String name, float[] samples) {
    this.name = name;
    this.samples = samples.clone();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public AudioStream open() {
    return new AudioStream() {
      private int position;

      @Override
      public int read(float[] buffer) {
        int count = Math.min(buffer.length, samples.length - position);
        if (count <= 0) {
          return -1;
        }
        System.arraycopy(samples, position, buffer, 0, count);
        position += count;
        return count;
      }

      @Override
      public void close() {
        position = samples.length;
      }
    };
  }
}
