package org.analognets.pipeline;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import java.util.List;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.MfccStream;
import org.analognets.pipeline.capture.AudioFrame;

/** From frames to the windows that a network sees. */
public final class Features {

  /** Values in a window: {@value Mfcc#WINDOW_COLUMNS} columns of {@value Mfcc#COEFFICIENTS}. */
  public static final int WINDOW_SIZE = Mfcc.WINDOW_COLUMNS * Mfcc.COEFFICIENTS;

  private Features() {}

  /**
   * A window as soon as a whole second was heard, then one every hop. After a break in the sound
   * (another recording) it starts over, so that no window spans the break; a few dropped frames are
   * no break.
   *
   * @param hopFrames frames (20 ms each) between two windows, at least 1
   */
  public static Flow<AudioFrame, FeatureWindow, NotUsed> flow(int hopFrames) {
    if (hopFrames < 1) {
      throw new IllegalArgumentException("hop must be at least 1 frame: " + hopFrames);
    }
    return Flow.of(AudioFrame.class).statefulMapConcat(() -> new Windows(hopFrames)::next);
  }

  /** The state of one materialisation. */
  private static final class Windows {

    private final int hopFrames;
    private final MfccStream mfcc = new MfccStream();
    private int recording;
    private int framesToNext;

    Windows(int hopFrames) {
      this.hopFrames = hopFrames;
    }

    Iterable<FeatureWindow> next(AudioFrame frame) {
      if (frame.recording() != recording) {
        recording = frame.recording();
        framesToNext = 0;
        mfcc.reset();
      }
      mfcc.push(frame.samples());
      if (!mfcc.ready() || --framesToNext > 0) {
        return List.of();
      }
      framesToNext = hopFrames;
      return List.of(window(frame));
    }

    private FeatureWindow window(AudioFrame newest) {
      float[] features = new float[WINDOW_SIZE];
      mfcc.window(features);
      return new FeatureWindow(features, newest.endSeconds(), recording, newest.capturedNanos());
    }
  }
}
