package org.analognets.demo.live;

import java.util.Arrays;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;
import org.analognets.frontends.sound.Mfcc;

/** A recording that begins again after its end and a second of silence. */
public final class LoopedRecording implements AudioSource {
  private final AudioSource recording;

  /**
   * Repeats a recording.
   *
   * @throws IllegalArgumentException when it is live, which has no end
   */
  public LoopedRecording(AudioSource recording) {
    if (recording.live()) {
      throw new IllegalArgumentException(recording.name() + " has no end after which to begin");
    }
    this.recording = recording;
  }

  @Override
  public String name() {
    return recording.name();
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public AudioStream open() throws AudioException {
    return new Loop();
  }

  private final class Loop implements AudioStream {
    private AudioStream round = recording.open();
    private boolean heard;
    private int silentSamples;
    private volatile boolean closed;

    Loop() throws AudioException {}

    @Override
    public int read(float[] samples) throws AudioException {
      if (closed) {
        return -1;
      }
      int read = silentSamples > 0 ? 0 : Math.max(round.read(samples), 0);
      heard |= read > 0;
      Arrays.fill(samples, read, samples.length, 0);
      if (silentSamples > 0) {
        silentSamples -= samples.length;
      } else if (read < samples.length && !closed) {
        begin();
      }
      return samples.length;
    }

    private void begin() throws AudioException {
      if (!heard) {
        throw new AudioException(name() + ": holds no sound");
      }
      round.close();
      round = recording.open();
      heard = false;
      silentSamples = Mfcc.SAMPLE_RATE_HZ;
    }

    @Override
    public void close() {
      closed = true;
      round.close();
    }
  }
}
