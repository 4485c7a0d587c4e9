package org.analognets.demo.listen;

import akka.actor.ActorSystem;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.demo.http.HttpPorts;
import org.analognets.demo.http.MetricsServer;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.Recognizer;
import org.analognets.pipeline.Running;
import org.analognets.pipeline.StreamSummary;
import org.analognets.pipeline.WakeEvent;
import org.analognets.pipeline.WakePipeline;

/**
 * Listens to a source until it ends, a signal comes, or nobody reads the report any more; serves the
 * meters meanwhile. Owns what that needs and releases it when closed. For one thread.
 */
public final class ListenSession implements AutoCloseable {
  private final Meters meters = new Meters();
  private final ActorSystem system = ActorSystem.create("analognets");
  private final Report report;
  private Optional<MetricsServer> server = Optional.empty();
  private boolean heardSound;

  private ListenSession(Report report) {
    this.report = report;
  }

  /**
   * A session that serves its meters already.
   *
   * @param report what is printed
   * @param httpPorts where meters are served
   * @throws IOException one line, when no port can be had
   */
  public static ListenSession open(Report report, HttpPorts httpPorts) throws IOException {
    ListenSession session = new ListenSession(report);
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

  /** Tells the meters which chip answers from now on. */
  public void serves(Chip chip) {
    AonCim settings = chip.settings();
    meters
        .chip(chip.model().network().name())
        .programmed(
            settings.converter().label(),
            settings.deviceModel().name(),
            settings.compensation().label());
  }

  /** Whether any sound came from a source so far. */
  public boolean heardSound() {
    return heardSound;
  }

  /**
   * Listens, and returns when all is said.
   *
   * @throws IOException when the source can't be opened or is damaged; what was heard before is
   *     reported all the same
   */
  public void listen(
      AudioSource source, Recognizer recognizer, PipelineSettings settings, SessionHeader header)
      throws IOException {
    report.started(header);
    // The first event may come before run() returns.
    CompletableFuture<Running> started = new CompletableFuture<>();
    WakePipeline pipeline = new WakePipeline(source, recognizer, meters, settings);
    Running running = pipeline.run(system, event -> tell(event, started));
    started.complete(running);
    try (StopSignal signal = StopSignal.asks(running::stop)) {
      await(running);
      signal.endedWell();
    }
  }

  private void tell(WakeEvent event, CompletableFuture<Running> started) {
    report.woke(event);
    if (report.unread()) {
      started.join().stop();
    }
  }

  private void await(Running running) throws IOException {
    try {
      running.completion().toCompletableFuture().join();
      finish(running.summary());
    } catch (CompletionException failed) {
      if (running.summary().audioSeconds() > 0) {
        finish(running.summary());
      }
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private void finish(StreamSummary summary) {
    heardSound |= summary.audioSeconds() > 0;
    report.finished(summary);
  }

  @Override
  public void close() {
    server.ifPresent(MetricsServer::close);
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
