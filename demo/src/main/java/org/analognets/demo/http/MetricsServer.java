package org.analognets.demo.http;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathSingleSlash;

import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.server.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.analognets.metrics.Exposition;

/**
 * Serves {@code /metrics} to Prometheus, {@code /health}, and a page that names both; on 127.0.0.1
 * only.
 */
public final class MetricsServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration LAST_ANSWERS = Duration.ofMillis(200);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>AnalogNets Live</title></head>
      <body>
      <h1>AnalogNets Live</h1>
      <p>Sensors on simulated analog in-memory accelerators are at work.</p>
      <ul>
      <li><a href="/metrics">/metrics</a>: their energy and the streams' health, for Prometheus</li>
      <li><a href="/health">/health</a>: "ok" while it runs</li>
      </ul>
      </body>
      </html>
      """;

  private final ServerBinding binding;

  private MetricsServer(ServerBinding binding) {
    this.binding = binding;
  }

  /**
   * Starts to serve at the first port that can be had.
   *
   * @param scrape gives all meters for a value of the header {@code Accept}, empty for none
   * @return empty where no ports are given
   * @throws IOException one line, when no port can be had
   */
  public static Optional<MetricsServer> start(
      ActorSystem system, HttpPorts ports, Function<String, Exposition> scrape) throws IOException {
    CompletionException last = null;
    for (int port : ports.candidates()) {
      try {
        return Optional.of(new MetricsServer(bind(system, port, scrape)));
      } catch (CompletionException failed) {
        last = failed;
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    throw new IOException(
        "HTTP port %s on %s can't be had; is it in use? Choose another with --http-port N, or off"
            .formatted(ports.candidates().get(0), HOST),
        last.getCause());
  }

  private static ServerBinding bind(
      ActorSystem system, int port, Function<String, Exposition> scrape) {
    return Http.get(system)
        .newServerAt(HOST, port)
        .bind(route(scrape))
        .toCompletableFuture()
        .join();
  }

  private static Route route(Function<String, Exposition> scrape) {
    return get(
        () ->
            concat(
                pathSingleSlash(
                    () -> complete(HttpEntities.create(ContentTypes.TEXT_HTML_UTF8, PAGE))),
                MetricsRoute.of(scrape),
                path("health", () -> complete("ok\n"))));
  }

  /** The port that is served. */
  public int port() {
    return binding.localAddress().getPort();
  }

  /** Where the page is. */
  public String address() {
    return "http://" + HOST + ":" + port() + "/";
  }

  /** Stops to serve; answers on their way get a moment. */
  @Override
  public void close() {
    binding.terminate(LAST_ANSWERS).toCompletableFuture().join();
  }
}
