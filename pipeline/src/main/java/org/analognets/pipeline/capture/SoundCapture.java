package org.analognets.pipeline.capture;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;
import org.analognets.frontends.sound.Mfcc;

/** Sound in frames of 20 ms; a file is followed by silence. */
final class SoundCapture extends Capture<AudioFrame> {

  private static final int FRAMES_PER_SECOND = Mfcc.SAMPLE_RATE_HZ / Mfcc.HOP_SAMPLES;
  private static final int PACING_BURST = 5;

  private final AudioSource source;
  private final int tailFrames;
  private final AtomicLong endSample = new AtomicLong();

  SoundCapture(AudioSource source, int tailFrames) {
    this.source = source;
    this.tailFrames = tailFrames;
  }

  @Override
  String name() {
    return source.name();
  }

  @Override
  boolean live() {
    return source.live();
  }

  @Override
  double framesPerSecond() {
    return FRAMES_PER_SECOND;
  }

  @Override
  int pacingBurst() {
    return PACING_BURST;
  }

  @Override
  AudioFrame capturedNow(AudioFrame frame) {
    return frame.capturedNow();
  }

  @Override
  Frames<AudioFrame> openSource() throws AudioException {
    AudioStream stream = source.open();
    return source.live() ? new LiveFrames(stream) : new FileFrames(stream);
  }

  private Optional<AudioFrame> frame(float[] samples, int soundSamples) {
    return Optional.of(
        new AudioFrame(
            samples,
            soundSamples,
            endSample.addAndGet(Mfcc.HOP_SAMPLES),
            recording(),
            System.nanoTime()));
  }

  private final class LiveFrames implements Frames<AudioFrame> {

    private final AudioStream stream;

    LiveFrames(AudioStream stream) {
      this.stream = stream;
    }

    @Override
    public Optional<AudioFrame> next() throws AudioException {
      float[] samples = new float[Mfcc.HOP_SAMPLES];
      if (stream.read(samples) < samples.length) {
        throw new AudioException(source.name() + ": gives no more sound");
      }
      return frame(samples, samples.length);
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  private final class FileFrames implements Frames<AudioFrame> {

    private final AudioStream stream;
    private boolean ended;
    private int silentFrames;

    FileFrames(AudioStream stream) {
      this.stream = stream;
    }

    @Override
    public Optional<AudioFrame> next() throws AudioException {
      float[] samples = new float[Mfcc.HOP_SAMPLES];
      int read = ended ? 0 : stream.read(samples);
      ended = read < samples.length;
      if (read > 0) {
        Arrays.fill(samples, read, samples.length, 0);
        return frame(samples, read);
      }
      if (silentFrames == tailFrames) {
        return Optional.empty();
      }
      silentFrames++;
      return frame(new float[Mfcc.HOP_SAMPLES], 0);
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
