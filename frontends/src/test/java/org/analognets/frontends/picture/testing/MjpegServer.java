package org.analognets.frontends.picture.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network camera on loopback. It shows one picture file until it is told to {@link #show} another,
 * at {@link #stream()} as an endless answer of parts and at {@link #snapshot()} one for each call.
 *
 * <pre>{@code
 * try (MjpegServer camera = MjpegServer.start(jpeg)) {
 *   FrameStream stream = new IpCameraSource(camera.stream()).open();
 *   ...
 *   camera.unplug(); // connections break, new ones are refused
 *   camera.plugIn(); // it is back at the same address
 * }
 * }</pre>
 */
public final class MjpegServer implements AutoCloseable {
  private static final int MILLIS_BETWEEN_PARTS = 20;
  private static final String BOUNDARY = "picture-follows";

  private final AtomicInteger calls = new AtomicInteger();
  private volatile byte[] picture;
  private volatile boolean frozen;
  private volatile boolean lengths = true;
  private volatile boolean plugged;
  private int port;
  private HttpServer server;
  private ExecutorService threads;

  private MjpegServer(byte[] picture) {
    this.picture = picture;
  }

  /** Starts one that shows a picture file, at any free port. */
  public static MjpegServer start(byte[] picture) throws IOException {
    MjpegServer camera = new MjpegServer(picture);
    camera.plugIn();
    return camera;
  }

  /** Address of the endless answer. */
  public URI stream() {
    return address("/stream");
  }

  /** Address of single pictures. */
  public URI snapshot() {
    return address("/snapshot.jpg");
  }

  /** Address of another path: only a page in HTML, or an error if it begins with {@code /missing}. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Shows a picture file from now on. */
  public void show(byte[] file) {
    picture = file;
  }

  /** Falls silent without closing connections, or goes on. */
  public void freeze(boolean silent) {
    frozen = silent;
  }

  /** Sends parts without their length, each lasting until the next boundary. */
  public void hideLengths() {
    lengths = false;
  }

  /** How often any address has been called. */
  public int calls() {
    return calls.get();
  }

  /** Breaks all connections and refuses new ones. */
  public void unplug() {
    plugged = false;
    server.stop(0);
    threads.shutdownNow();
  }

  /** Takes connections, at the same port as before. */
  public void plugIn() throws IOException {
    plugged = true;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    port = server.getAddress().getPort();
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 200, "text/html", html()));
    server.createContext("/missing", exchange -> answer(exchange, 404, "text/html", html()));
    server.createContext("/snapshot.jpg", this::answerPicture);
    server.createContext("/stream", this::answerStream);
    server.createContext("/locked", this::answerNamed);
    server.start();
  }

  private static byte[] html() {
    return "<html>nothing to see</html>".getBytes(StandardCharsets.US_ASCII);
  }

  private void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    calls.incrementAndGet();
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void answerPicture(HttpExchange exchange) throws IOException {
    while (frozen && plugged) {
      pause();
    }
    answer(exchange, 200, "image/jpeg", picture);
  }

  /** Wants the name "watcher" and the password "pass:word". */
  private void answerNamed(HttpExchange exchange) throws IOException {
    String credentials = "Basic d2F0Y2hlcjpwYXNzOndvcmQ=";
    if (credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answerPicture(exchange);
    } else {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"camera\"");
      answer(exchange, 401, "text/html", html());
    }
  }

  private void answerStream(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    exchange
        .getResponseHeaders()
        .set("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (plugged) {
        if (!frozen) {
          writePart(out);
        }
        pause();
      }
    }
  }

  private void writePart(OutputStream out) throws IOException {
    byte[] bytes = picture;
    String length = lengths ? "Content-Length: " + bytes.length + "\r\n" : "";
    String header = "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\n" + length + "\r\n";
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_PARTS);
    } catch (InterruptedException e) {
      throw new IOException("unplugged", e);
    }
  }

  @Override
  public void close() {
    unplug();
  }
}
