package org.analognets.pipeline;

import org.analognets.frontends.sound.Mfcc;
import org.analognets.pipeline.capture.CaptureSettings;
import org.analognets.pipeline.decision.DecisionSettings;

/**
 * How a stream of sound is turned into wake events.
 *
 * @param capture how sound is captured
 * @param hopMillis milliseconds from one window to the next, a multiple of 20
 * @param decision when posteriors become an event
 * @param once whether the stream completes after its first event
 */
public record PipelineSettings(
    CaptureSettings capture, int hopMillis, DecisionSettings decision, boolean once) {

  /** Length of a frame, and so the finest hop. */
  private static final int FRAME_MILLIS = 1000 * Mfcc.HOP_SAMPLES / Mfcc.SAMPLE_RATE_HZ;

  /**
   * Checks the hop.
   *
   * @throws IllegalArgumentException naming the setting and what it must be
   */
  public PipelineSettings {
    if (hopMillis <= 0 || hopMillis % FRAME_MILLIS != 0) {
      throw new IllegalArgumentException(
          "hop must be a multiple of " + FRAME_MILLIS + " ms, and more than 0: " + hopMillis);
    }
  }

  /** The parts' defaults at a hop of 100 ms, without end. */
  public static PipelineSettings defaults() {
    return new PipelineSettings(
        CaptureSettings.defaults(), 100, DecisionSettings.defaults(), false);
  }

  /** The hop in frames. */
  public int hopFrames() {
    return hopMillis / FRAME_MILLIS;
  }

  /** The hop in seconds. */
  public double hopSeconds() {
    return hopMillis / 1000.0;
  }

  /** These settings with another way to capture. */
  public PipelineSettings withCapture(CaptureSettings settings) {
    return new PipelineSettings(settings, hopMillis, decision, once);
  }

  /** These settings with another hop. */
  public PipelineSettings withHopMillis(int millis) {
    return new PipelineSettings(capture, millis, decision, once);
  }

  /** These settings with another decision. */
  public PipelineSettings withDecision(DecisionSettings settings) {
    return new PipelineSettings(capture, hopMillis, settings, once);
  }

  /** These settings, ending at the first event or not. */
  public PipelineSettings withOnce(boolean endsAtFirst) {
    return new PipelineSettings(capture, hopMillis, decision, endsAtFirst);
  }
}
