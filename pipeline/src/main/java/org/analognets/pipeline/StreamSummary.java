package org.analognets.pipeline;

/**
 * What a stream of sound did so far, or in all.
 *
 * @param model the network's name
 * @param inferences inferences made
 * @param wakeEvents keywords heard
 * @param energyJoules modelled joules of all inferences, accelerator only
 * @param droppedFrames frames (20 ms) of a live source lost to a full buffer
 * @param audioSeconds seconds of sound that reached the features: without what was dropped, and
 *     without the silence added after a file
 */
public record StreamSummary(
    String model,
    long inferences,
    long wakeEvents,
    double energyJoules,
    long droppedFrames,
    double audioSeconds)
    implements SensorSummary {

  @Override
  public boolean sensedAnything() {
    return audioSeconds > 0;
  }
}
