package org.analognets.pipeline;

/** What a stream did so far, or in all: what is the same for sound and pictures. */
public sealed interface SensorSummary permits StreamSummary, WatchSummary {

  /** The network's name. */
  String model();

  /** Inferences made. */
  long inferences();

  /** Events that came of them. */
  long wakeEvents();

  /** Modelled joules of all inferences, accelerator only. */
  double energyJoules();

  /** Frames of a live source lost to a full buffer. */
  long droppedFrames();

  /** Whether anything came from the source. */
  boolean sensedAnything();
}
