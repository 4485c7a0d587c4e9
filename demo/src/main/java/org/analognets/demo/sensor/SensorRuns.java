package org.analognets.demo.sensor;

import akka.actor.ActorSystem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.SensorRun;
import org.analognets.pipeline.SensorSummary;
import org.analognets.pipeline.WakeEvent;

/** The runs of a session, which share a report and can be stopped together. Safe for threads. */
final class SensorRuns {
  private final ActorSystem system;
  private final Meters meters;
  private final Report report;
  private final Consumer<String> notices;
  private final Set<SensorRun<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  SensorRuns(ActorSystem system, Meters meters, Report report, Consumer<String> notices) {
    this.system = system;
    this.meters = meters;
    this.report = report;
    this.notices = notices;
  }

  /**
   * Runs a sensor until it is done, and reports its summary if it sensed anything.
   *
   * @return why its source couldn't be opened, if it couldn't
   * @throws IOException when a source that gave something is damaged
   */
  Optional<IOException> run(Sensor sensor) throws IOException {
    SensorRun<?> run = sensor.pipeline(meters).run(system, this::tell);
    running.add(run);
    if (stopped) {
      run.stop();
    }
    try {
      run.completion().toCompletableFuture().join();
      finish(run.summary());
      return Optional.empty();
    } catch (CompletionException failed) {
      return fail(failed, run.summary());
    } finally {
      running.remove(run);
    }
  }

  private Optional<IOException> fail(CompletionException failed, SensorSummary summary)
      throws IOException {
    if (summary.sensedAnything()) {
      finish(summary);
    }
    if (!(failed.getCause() instanceof IOException cause)) {
      throw failed;
    }
    if (summary.sensedAnything()) {
      throw cause;
    }
    return Optional.of(cause);
  }

  private synchronized void tell(WakeEvent event) {
    report.woke(event);
    if (report.unread()) {
      stop();
    }
  }

  private synchronized void finish(SensorSummary summary) {
    report.finished(summary);
  }

  /** Reports a sensor that begins in another one's place. */
  synchronized void announce(SensorHeader header) {
    report.started(List.of(header));
  }

  void notice(String line) {
    notices.accept(line);
  }

  /** Stops whatever runs, and whatever would. */
  void stop() {
    stopped = true;
    running.forEach(SensorRun::stop);
  }
}
