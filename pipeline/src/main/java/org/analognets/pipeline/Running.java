package org.analognets.pipeline;

import akka.Done;
import akka.stream.UniqueKillSwitch;
import java.util.concurrent.CompletionStage;

/** A run of a {@link WakePipeline}. Safe for use by several threads. */
public final class Running extends SensorRun<StreamSummary> {

  Running(UniqueKillSwitch killSwitch, CompletionStage<Done> done, SoundAccount account) {
    super(killSwitch, done, account);
  }
}
