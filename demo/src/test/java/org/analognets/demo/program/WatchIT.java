package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.analognets.demo.BrightnessModel;
import org.analognets.demo.bundled.Bundled;
import org.analognets.demo.program.Program.Finished;
import org.analognets.frontends.picture.testing.MjpegServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program at a network camera, and at pictures in files. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private String model = "";
  private byte[] nobody = {};
  private byte[] somebody = {};

  @BeforeEach
  void writeModel() throws IOException {
    model = BrightnessModel.write(folder).toString();
    nobody = BrightnessModel.picture(BrightnessModel.DARK);
    somebody = BrightnessModel.picture(BrightnessModel.BRIGHT);
  }

  @Test
  void aPersonIsSeenComingAndLeavingAtACameraThatDiesInBetween() throws Exception {
    try (MjpegServer camera = MjpegServer.start(nobody);
        Program program = watch(camera.stream().toString(), "--fps", "20", "--json")) {
      await(() -> camera.calls() > 0);
      camera.show(somebody);
      assertThat(awaitEvent(program)).isEqualTo("person");
      camera.show(nobody);
      assertThat(awaitEvent(program)).isEqualTo("no_person");

      camera.unplug();
      camera.plugIn();
      camera.show(somebody);
      assertThat(awaitEvent(program)).isEqualTo("person");

      program.signal("INT");
      Finished ended = program.finish();
      assertThat(ended.exitCode()).isZero();
      assertThat(ended.err()).anyMatch(line -> line.contains("lost " + camera.stream()));
      JsonNode summary = JSON.readTree(ended.out().get(ended.out().size() - 1));
      assertThat(summary.get("type").asText()).isEqualTo("summary");
      assertThat(summary.get("wakeEvents").asInt()).isEqualTo(3);
      assertThat(summary.get("brokenPictures").asInt()).isZero();
    }
  }

  @Test
  void theBundledNetworkSeesAPersonAtANetworkCamera() throws Exception {
    try (MjpegServer camera = MjpegServer.start(bundled("1-coffee"));
        Program program =
            Program.start(
                "watch",
                "--input",
                camera.stream().toString(),
                "--fps",
                "10",
                "--json",
                "--http-port",
                "0")) {
      await(() -> camera.calls() > 0);
      camera.show(bundled("6-officer"));
      assertThat(awaitEvent(program)).isEqualTo("person");
      camera.show(bundled("7-raccoon"));
      assertThat(awaitEvent(program)).isEqualTo("no_person");
      program.signal("INT");
      assertThat(program.finish().exitCode()).isZero();
    }
  }

  private static byte[] bundled(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Bundled.class.getResourceAsStream("pictures/" + name + ".jpg"))) {
      return in.readAllBytes();
    }
  }

  @Test
  void brokenPicturesOfACameraAreCountedAndTheNextIsSeen() throws Exception {
    String port = "" + freePort();
    byte[] broken = "no picture".getBytes(StandardCharsets.US_ASCII);
    try (MjpegServer camera = MjpegServer.start(broken);
        Program program =
            Program.start(
                "watch",
                "--input",
                camera.stream().toString(),
                "--model",
                model,
                "--json",
                "--once",
                "--http-port",
                port)) {
      await(() -> meters(port).matches("(?s).*broken_pictures_total\\{model=\"vww\"} [1-9].*"));
      camera.show(somebody);
      Finished ended = program.finish();
      assertThat(ended.exitCode()).isZero();
      assertThat(ended.err()).filteredOn(line -> line.contains("left out a picture")).hasSize(1);
      JsonNode summary = JSON.readTree(ended.out().get(1));
      assertThat(summary.get("brokenPictures").asInt()).isPositive();
      assertThat(summary.get("wakeEvents").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void signalEndsAWatcherWithItsSummaryAndExitCodeZero(String signal) throws Exception {
    Path pictures = BrightnessModel.comingAndLeaving(folder.resolve("pictures"));
    try (Program program = watch(pictures.toString(), "--fps", "3", "--json")) {
      program.awaitOut(line -> line.contains("\"wake\""));
      program.signal(signal);
      Finished ended = program.finish();
      assertThat(ended.exitCode()).isZero();
      JsonNode summary = JSON.readTree(ended.out().get(ended.out().size() - 1));
      assertThat(summary.get("type").asText()).isEqualTo("summary");
      assertThat(summary.get("pictures").asInt()).isLessThan(30);
    }
  }

  @Test
  void signalEndsBothSensesWithTheirSummaries() throws Exception {
    Path pictures = BrightnessModel.comingAndLeaving(folder.resolve("pictures"));
    try (Program program =
        Program.start(
            "demo",
            "--headless",
            "--json",
            "--sound",
            "bundled",
            "--pictures",
            pictures.toString(),
            "--model",
            model,
            "--http-port",
            "0")) {
      program.awaitOut(line -> line.contains("\"person\""));
      program.signal("INT");
      Finished ended = program.finish();
      assertThat(ended.exitCode()).isZero();
      List<String> summaries =
          ended.out().stream().filter(line -> line.contains("\"summary\"")).sorted().toList();
      assertThat(summaries).hasSize(2);
      assertThat(summaries.get(0)).contains("\"model\":\"kws\"");
      assertThat(summaries.get(1)).contains("\"model\":\"vww\"");
    }
  }

  private Program watch(String input, String... options) throws IOException {
    String[] arguments = new String[options.length + 7];
    String[] first = {"watch", "--input", input, "--model", model, "--http-port", "0"};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(options, 0, arguments, first.length, options.length);
    return Program.start(arguments);
  }

  private static String awaitEvent(Program program) throws IOException {
    return JSON.readTree(program.awaitOut(line -> line.contains("\"wake\""))).get("label").asText();
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static String meters(String port) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    try {
      return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException notUpYet) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
