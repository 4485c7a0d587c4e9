package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes the program while it listens. */
class PrometheusIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @BeforeAll
  static void needPrometheusWhereverCiRuns() {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "prometheus")));
    Assumptions.assumeTrue(
        installed || System.getenv("CI") != null, "needs Debian's package prometheus");
  }

  @Test
  void prometheusScrapesEnergyWhileTheProgramListens() throws Exception {
    int programPort = freePort();
    int prometheusPort = freePort();
    Process prometheus = startPrometheus(programPort, prometheusPort);
    try (Program program =
        Program.start("listen", "--input", "bundled", "--http-port", "" + programPort)) {
      program.awaitOut(line -> line.contains(" uJ "));
      double joules = await(prometheusPort, "sum(analognets_chip_energy_joules_total)");
      double inferences = await(prometheusPort, "analognets_chip_inferences_total");
      assertThat(joules / inferences).isBetween(5e-6, 15e-6);
      assertThat(await(prometheusPort, "up")).isEqualTo(1);
    } finally {
      prometheus.destroyForcibly().waitFor();
    }
  }

  private Process startPrometheus(int programPort, int ownPort) throws IOException {
    Path settings = folder.resolve("prometheus.yml");
    Files.writeString(
        settings,
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        scrape_configs:
          - job_name: analognets
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
            .formatted(programPort));
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + settings,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + ownPort)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  /** Asks until the answer is a number above zero. */
  private static double await(int port, String query) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonNode result = ask(port, query);
      if (!result.isEmpty() && result.get(0).get("value").get(1).asDouble() > 0) {
        return result.get(0).get("value").get(1).asDouble();
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new AssertionError("Prometheus has no value above zero for " + query);
  }

  private static JsonNode ask(int port, String query) throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/api/v1/query?query=%s"
                .formatted(port, URLEncoder.encode(query, StandardCharsets.UTF_8)));
    try {
      String body = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(body).path("data").path("result");
    } catch (IOException notUpYet) {
      return new ObjectMapper().createArrayNode();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
