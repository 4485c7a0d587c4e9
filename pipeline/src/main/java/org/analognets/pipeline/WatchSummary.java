package org.analognets.pipeline;

/**
 * What a stream of pictures did so far, or in all.
 *
 * @param model the network's name
 * @param inferences inferences made
 * @param wakeEvents times that a person came or left
 * @param energyJoules modelled joules of all inferences, accelerator only
 * @param droppedFrames pictures of a camera that were due, but lost to a full buffer
 * @param pictures pictures looked at: those inferred and those gated
 * @param brokenPictures broken pictures that were left out
 * @param gatedPictures pictures too still to be worth an inference
 * @param savedJoules modelled joules that those would have cost
 * @param pictureSeconds the stream's time at the last picture
 */
public record WatchSummary(
    String model,
    long inferences,
    long wakeEvents,
    double energyJoules,
    long droppedFrames,
    long pictures,
    long brokenPictures,
    long gatedPictures,
    double savedJoules,
    double pictureSeconds)
    implements SensorSummary {

  @Override
  public boolean sensedAnything() {
    return pictures > 0;
  }
}
