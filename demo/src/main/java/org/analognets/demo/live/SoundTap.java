package org.analognets.demo.live;

import java.util.Arrays;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;
import org.analognets.frontends.sound.Mfcc;

/**
 * The outline of what a source gives on its way to the stream: the lowest and highest sample of each
 * {@value #STEP_MILLIS} ms. One reader takes it out; what it doesn't take for two seconds is lost.
 */
final class SoundTap implements AudioSource {
  private static final int STEP_MILLIS = 10;
  private static final int STEP_SAMPLES = Mfcc.SAMPLE_RATE_HZ * STEP_MILLIS / 1000;
  private static final int CAPACITY = 2 * 2000 / STEP_MILLIS;
  private static final int LOUDEST = 127;

  private final AudioSource source;
  private final int[] outline = new int[CAPACITY];
  private int length;

  SoundTap(AudioSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public boolean live() {
    return source.live();
  }

  @Override
  public AudioStream open() throws AudioException {
    AudioStream stream = source.open();
    return new AudioStream() {
      @Override
      public int read(float[] samples) throws AudioException {
        int read = stream.read(samples);
        note(samples, read);
        return read;
      }

      @Override
      public void close() {
        stream.close();
      }
    };
  }

  /** A frame is a whole number of steps; what a file's last one has beyond is left out. */
  private synchronized void note(float[] samples, int read) {
    for (int start = 0; start + STEP_SAMPLES <= read; start += STEP_SAMPLES) {
      float lowest = samples[start];
      float highest = samples[start];
      for (int i = start + 1; i < start + STEP_SAMPLES; i++) {
        lowest = Math.min(lowest, samples[i]);
        highest = Math.max(highest, samples[i]);
      }
      if (length == CAPACITY) {
        System.arraycopy(outline, 2, outline, 0, CAPACITY - 2);
        length -= 2;
      }
      outline[length++] = Math.round(lowest * LOUDEST);
      outline[length++] = Math.round(highest * LOUDEST);
    }
  }

  /** Takes what came since the last call: lowest and highest by turns, in -127..127. */
  synchronized int[] take() {
    int[] taken = Arrays.copyOf(outline, length);
    length = 0;
    return taken;
  }
}
