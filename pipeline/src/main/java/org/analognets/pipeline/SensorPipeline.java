package org.analognets.pipeline;

import akka.actor.ClassicActorSystemProvider;

/** Everything from a source to events, ready to run, whatever it senses. */
public sealed interface SensorPipeline permits WakePipeline, WatchPipeline {

  /**
   * Starts a run, which opens the source anew and keeps its own books.
   *
   * @param listener hears the events
   */
  SensorRun<? extends SensorSummary> run(ClassicActorSystemProvider system, WakeListener listener);
}
