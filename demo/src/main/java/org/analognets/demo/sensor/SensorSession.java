package org.analognets.demo.sensor;

import akka.actor.ActorSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.analognets.demo.http.HttpPorts;
import org.analognets.demo.http.MetricsServer;
import org.analognets.metrics.Meters;

/**
 * Runs sensors until their sources end, a signal comes, or nobody reads the report any more; serves
 * the meters of all meanwhile. Owns what that needs and releases it when closed. For one thread.
 */
public final class SensorSession implements AutoCloseable {
  private final Meters meters = new Meters();
  private final ActorSystem system = ActorSystem.create("analognets");
  private final Report report;
  private final Consumer<String> notices;
  private Optional<MetricsServer> server = Optional.empty();

  private SensorSession(Report report, Consumer<String> notices) {
    this.report = report;
    this.notices = notices;
  }

  /**
   * A session that serves its meters already.
   *
   * @param report what is printed
   * @param notices told what is not a result: a source that isn't there, and what takes its place
   * @param httpPorts where meters are served
   * @throws IOException one line, when no port can be had
   */
  public static SensorSession open(Report report, Consumer<String> notices, HttpPorts httpPorts)
      throws IOException {
    SensorSession session = new SensorSession(report, notices);
    try {
      session.server = MetricsServer.start(session.system, httpPorts, session.meters::scrape);
      return session;
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  /** Where the meters are served, if they are. */
  public Optional<String> metricsAddress() {
    return server.map(MetricsServer::address);
  }

  /**
   * Runs sensors side by side, and returns when all are done. One that fails ends the others.
   *
   * @throws IOException when a source can't be opened or is damaged; what was sensed before is
   *     reported all the same
   */
  public void run(WantedSensor... wanted) throws IOException {
    SensorRuns runs = new SensorRuns(system, meters, report, notices);
    List<SensorLane> lanes = new ArrayList<>();
    for (WantedSensor sensor : wanted) {
      lanes.add(new SensorLane(sensor, runs));
    }
    report.started(lanes.stream().map(SensorLane::header).toList());
    try (StopSignal signal = StopSignal.asks(runs::stop)) {
      run(lanes, runs);
      signal.endedWell();
    }
  }

  private static void run(List<SensorLane> lanes, SensorRuns runs) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      List<CompletableFuture<Void>> all =
          lanes.stream()
              .map(lane -> CompletableFuture.runAsync(() -> runUnchecked(lane, runs), threads))
              .toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UncheckedIOException wrapper) {
        throw Objects.requireNonNull(wrapper.getCause());
      }
      throw failed;
    } finally {
      threads.shutdown();
    }
  }

  private static void runUnchecked(SensorLane lane, SensorRuns runs) {
    try {
      lane.run();
    } catch (IOException e) {
      runs.stop();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      runs.stop();
      throw e;
    }
  }

  @Override
  public void close() {
    server.ifPresent(MetricsServer::close);
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
