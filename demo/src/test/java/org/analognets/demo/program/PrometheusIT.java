package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.analognets.demo.ops.Ops;
import org.analognets.demo.testing.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real Prometheus with the configuration and rules of ops scrapes both programs that it names, while
 * one listens and the other shows its page.
 */
class PrometheusIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Longer than the tests take: when it is over, the program ends. */
  private static final List<String> WORDS = Collections.nCopies(100, "yes");

  @TempDir private static Path folder;
  private static String listener;
  private static String demo;
  private static int prometheusPort;
  private static Process prometheus;
  private static Program listening;
  private static DemoProgram showing;

  @BeforeAll
  static void listenAndScrape() throws IOException {
    Tool.assumeInstalled("prometheus", "prometheus");
    String sound = KeywordClips.join(WORDS, folder.resolve("words.wav")).toString();
    int port = freePort();
    listener = "127.0.0.1:" + port;
    listening = Program.start("listen", "--input", sound, "--http-port", "" + port);
    showing = DemoProgram.start(Map.of(), "--sound", sound, "--no-pictures", "--age", "24h");
    demo = URI.create(showing.address()).getAuthority();
    prometheusPort = freePort();
    prometheus = startPrometheus();
    listening.awaitOut(line -> line.contains(" uJ "));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (listening != null) {
      listening.close();
    }
    if (showing != null) {
      showing.close();
    }
    if (prometheus != null) {
      prometheus.destroyForcibly().waitFor();
    }
  }

  /** The files of ops, but for ports and patience. */
  private static Process startPrometheus() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    for (Path file : Ops.rules()) {
      Files.copy(file, rules.resolve(file.getFileName()));
    }
    String shipped = Files.readString(Ops.FOLDER.resolve("prometheus.yml"));
    assertThat(shipped).contains("127.0.0.1:9464", "127.0.0.1:8080", "interval: 5s");
    Path settings =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            shipped
                .replace("127.0.0.1:9464", listener)
                .replace("127.0.0.1:8080", demo)
                .replace("interval: 5s", "interval: 1s"));
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + settings,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + prometheusPort)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  private static List<String> targets() {
    return List.of(listener, demo);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void wattsAndJoulesComeFromTheRules(String target) throws Exception {
    String which = "{instance=\"%s\"}".formatted(target);
    // 10 inferences a second of 8.88 uJ; a rate grows towards that as its minute fills.
    JsonNode watts =
        await(
            "instance_model:analognets_chip_power_watts:rate1m" + which,
            result -> !result.isEmpty() && number(result) > 30e-6);
    assertThat(number(watts)).isLessThan(100e-6);
    assertThat(awaitNumber("instance_model:analognets_chip_inference_energy_joules:mean1m" + which))
        .isCloseTo(8.88e-6, withinPercentage(1));
    assertThat(awaitNumber("instance_model:analognets_chip_tops_per_watt:ratio1m" + which))
        .isCloseTo(8.58, withinPercentage(5));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void wakeEventsAreCountedByWord(String target) throws Exception {
    String all = "analognets_pipeline_wake_events_total{instance=\"%s\"}".formatted(target);
    assertThat(awaitNumber("sum(%s)".formatted(all))).isGreaterThanOrEqualTo(1);
    assertThat(await(all, result -> !result.isEmpty())).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void chipAndSourceAreShown(String target) throws Exception {
    String which = "{instance=\"%s\"}".formatted(target);
    JsonNode info = await("analognets_chip_info" + which, result -> !result.isEmpty()).get(0);
    assertThat(info.at("/metric/model").asText()).isEqualTo("kws");
    assertThat(info.at("/metric/bits").asText()).isEqualTo("8");
    assertThat(info.at("/metric/device").asText()).isEqualTo("pcm");
    assertThat(info.at("/metric/compensation").asText()).isEqualTo("gdc");
    assertThat(awaitNumber("analognets_chip_age_seconds" + which))
        .isGreaterThanOrEqualTo(target.equals(demo) ? 86_400 : 25);
    assertThat(awaitNumber("analognets_pipeline_source_up" + which)).isEqualTo(1);
  }

  @Test
  void everyRuleIsEvaluatedAndNothingAlerts() throws Exception {
    assertThat(await("up == 1", result -> result.size() == 2)).hasSize(2);
    List<JsonNode> rules = get("rules").findValues("rules");
    assertThat(rules).isNotEmpty();
    for (JsonNode group : rules) {
      for (JsonNode rule : group) {
        assertThat(rule.path("lastError").asText()).as("%s", rule.get("name")).isEmpty();
      }
    }
    assertThat(ask("ALERTS{alertstate=\"firing\"}")).isEmpty();
  }

  @Test
  void everyPanelOfTheDashboardShowsSomething() throws Exception {
    for (String query : Ops.dashboardQueries()) {
      String plain =
          query
              .replace("$__rate_interval", "1m")
              .replace("$__range", "1m")
              .replace("\"$instance\"", "\".*\"")
              .replace("\"$model\"", "\"kws\"");
      // Nothing watches here, so of pictures there is an answer, but an empty one.
      boolean ofPictures = query.contains("pictures") || query.contains("saved_energy");
      await(plain, result -> ofPictures == result.isEmpty());
    }
  }

  /** Asks until the answer is a number above zero. */
  private static double awaitNumber(String query) throws Exception {
    return number(await(query, result -> !result.isEmpty() && number(result) > 0));
  }

  private static double number(JsonNode result) {
    return result.get(0).get("value").get(1).asDouble();
  }

  private static JsonNode await(String query, Predicate<JsonNode> wanted) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode result = ask(query);
    while (!wanted.test(result)) {
      assertThat(Instant.now()).as("Prometheus says %s for %s", result, query).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(200);
      result = ask(query);
    }
    return result;
  }

  private static JsonNode ask(String query) throws Exception {
    return get("query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).path("result");
  }

  /** What Prometheus' API answers; nothing where it isn't up yet. */
  private static JsonNode get(String request) throws Exception {
    URI uri = URI.create("http://127.0.0.1:%d/api/v1/%s".formatted(prometheusPort, request));
    JsonNode answer;
    try {
      answer =
          new ObjectMapper()
              .readTree(
                  HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
    } catch (IOException notUpYet) {
      return new ObjectMapper().createObjectNode().putArray("result");
    }
    assertThat(answer.path("status").asText()).as("%s", answer).isEqualTo("success");
    return answer.path("data");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
