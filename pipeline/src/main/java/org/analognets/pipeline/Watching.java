package org.analognets.pipeline;

import akka.Done;
import akka.stream.UniqueKillSwitch;
import java.util.concurrent.CompletionStage;

/** A run of a {@link WatchPipeline}. Safe for use by several threads. */
public final class Watching extends SensorRun<WatchSummary> {

  Watching(UniqueKillSwitch killSwitch, CompletionStage<Done> done, PictureAccount account) {
    super(killSwitch, done, account);
  }
}
