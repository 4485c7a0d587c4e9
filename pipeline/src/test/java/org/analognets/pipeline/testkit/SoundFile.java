package org.analognets.pipeline.testkit;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;

/** A file that is an array, possibly damaged after its last sample. */
public final class SoundFile implements AudioSource {

  private final float[] sound;
  private final boolean damaged;
  private final AtomicInteger opened = new AtomicInteger();

  private SoundFile(float[] sound, boolean damaged) {
    this.sound = sound.clone();
    this.damaged = damaged;
  }

  public static SoundFile of(float[] sound) {
    return new SoundFile(sound, false);
  }

  /** A file whose reading fails where the sound ends. */
  public static SoundFile damagedAfter(float[] sound) {
    return new SoundFile(sound, true);
  }

  public int timesOpened() {
    return opened.get();
  }

  @Override
  public String name() {
    return "test.wav";
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public AudioStream open() {
    opened.incrementAndGet();
    return new Reader();
  }

  private final class Reader implements AudioStream {
    private int position;

    @Override
    public int read(float[] samples) throws AudioException {
      int left = sound.length - position;
      if (left == 0 && damaged) {
        throw new AudioException("test.wav: cut off");
      }
      if (left == 0) {
        return -1;
      }
      int count = Math.min(left, samples.length);
      Arrays.fill(samples, 7); // a reader may leave anything after what it read
      System.arraycopy(sound, position, samples, 0, count);
      position += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
