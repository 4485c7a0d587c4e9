package org.analognets.demo.page;

import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.server.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Serves routes at one address. */
final class PageServer implements AutoCloseable {
  private static final Duration LAST_ANSWERS = Duration.ofMillis(200);

  private final ServerBinding binding;

  private PageServer(ServerBinding binding) {
    this.binding = binding;
  }

  /**
   * Starts to serve.
   *
   * @throws IOException one line, when the port can't be had
   */
  static PageServer start(ActorSystem system, String host, int port, Route route)
      throws IOException {
    try {
      return new PageServer(
          Http.get(system).newServerAt(host, port).bind(route).toCompletableFuture().join());
    } catch (CompletionException failed) {
      throw new IOException(
          "HTTP port %d on %s can't be had; is it in use? Choose another with --port N"
              .formatted(port, host),
          failed.getCause());
    }
  }

  int port() {
    return binding.localAddress().getPort();
  }

  /** Stops to serve; answers on their way get a moment. */
  @Override
  public void close() {
    binding.terminate(LAST_ANSWERS).toCompletableFuture().join();
  }
}
