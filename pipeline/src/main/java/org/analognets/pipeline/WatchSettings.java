package org.analognets.pipeline;

import java.util.Optional;
import org.analognets.pipeline.capture.CaptureSettings;
import org.analognets.pipeline.decision.MotionGate;
import org.analognets.pipeline.decision.MotionGateSettings;
import org.analognets.pipeline.decision.PresenceSettings;

/**
 * How a stream of pictures is turned into events of persons who come and leave.
 *
 * @param capture how pictures are captured
 * @param framesPerSecond pictures to look at in a second, above 0 and at most {@value #FASTEST}
 * @param decision when posteriors become an event
 * @param motionGate when a picture is too still to be worth an inference; empty: never
 * @param once whether the stream completes after its first event
 */
public record WatchSettings(
    CaptureSettings capture,
    double framesPerSecond,
    PresenceSettings decision,
    Optional<MotionGateSettings> motionGate,
    boolean once) {

  private static final double FASTEST = 100;

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException naming the setting and what it must be
   */
  public WatchSettings {
    if (!(framesPerSecond > 0 && framesPerSecond <= FASTEST)) {
      throw new IllegalArgumentException(
          "pictures a second must be more than 0 and at most " + FASTEST + ": " + framesPerSecond);
    }
  }

  /** The parts' defaults at two pictures a second, ungated, without end. */
  public static WatchSettings defaults() {
    return new WatchSettings(
        CaptureSettings.pictures(), 2, PresenceSettings.defaults(), Optional.empty(), false);
  }

  /** A gate that stays open long enough for the decision to follow what moved. */
  MotionGate gate(MotionGateSettings settings) {
    return new MotionGate(settings, decision.countToDecide());
  }

  /** These settings with another way to capture. */
  public WatchSettings withCapture(CaptureSettings settings) {
    return new WatchSettings(settings, framesPerSecond, decision, motionGate, once);
  }

  /** These settings with another rate. */
  public WatchSettings withFramesPerSecond(double rate) {
    return new WatchSettings(capture, rate, decision, motionGate, once);
  }

  /** These settings with another decision. */
  public WatchSettings withDecision(PresenceSettings settings) {
    return new WatchSettings(capture, framesPerSecond, settings, motionGate, once);
  }

  /** These settings with a motion gate. */
  public WatchSettings withMotionGate(MotionGateSettings settings) {
    return new WatchSettings(capture, framesPerSecond, decision, Optional.of(settings), once);
  }

  /** These settings, ending at the first event or not. */
  public WatchSettings withOnce(boolean endsAtFirst) {
    return new WatchSettings(capture, framesPerSecond, decision, motionGate, endsAtFirst);
  }
}
