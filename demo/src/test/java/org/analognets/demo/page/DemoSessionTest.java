package org.analognets.demo.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.converter.Converter;
import org.analognets.demo.bundled.Bundled;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.SensorStatus.State;
import org.analognets.demo.live.SoundSource;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.SensorSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final DemoSession session = new DemoSession();
  private final LiveSensor ear =
      session.hear(
          new DemoSession.FirstChip(
              AonCim.defaults().program(Bundled.keywordModel(Converter.bits(8)), 1),
              25,
              Bundled::keywordModel),
          PipelineSettings.defaults());

  DemoSessionTest() throws IOException {}

  @AfterEach
  void close() {
    session.close();
  }

  private String serve() throws IOException {
    return session.serve(new PageSettings("127.0.0.1", 0, Optional.empty()));
  }

  @Test
  void pageAndItsPartsComeWithAStrictPolicy() throws Exception {
    String address = serve();
    HttpResponse<String> page = get(address);
    assertThat(page.body()).contains("<title>AnalogNets Live</title>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(get(address + "page/js/main.js").headers().firstValue("Content-Type").orElseThrow())
        .contains("javascript");
    assertThat(get(address + "page/css/base.css").statusCode()).isEqualTo(200);
    assertThat(get(address + "page/../DemoSession.class").statusCode()).isEqualTo(404);
    assertThat(get(address + "nothing-here").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"ageSeconds\": 86400;       chip.ageSeconds;   864",
        "\"bits\": \"6\";             chip.bits;         6",
        "\"compensation\": false;     chip.compensation; none",
        "\"noise\": false;            chip.device;       ideal",
        "\"reprogram\": true;         chip.seed;         2",
        "\"hold\": true;              state;             held"
      })
  void aChangeActsOnTheRunningStreamWithoutLosingSound(String change, String where, String expected)
      throws Exception {
    String address = serve();
    ear.begin(SoundSource.BUNDLED);
    await(() -> ear.status().state() == State.RUNNING);
    assertThat(control(address, change).statusCode()).isEqualTo(200);
    await(() -> health(address, where).asText().startsWith(expected));
    assertThat(health(address, "droppedFrames").asInt()).isZero();
  }

  @Test
  void aThresholdOutOfRangeIsRefusedInOneLine() throws Exception {
    String address = serve();
    assertThat(control(address, "\"threshold\": 0.85").statusCode()).isEqualTo(200);
    assertThat(ear.threshold().score()).isEqualTo(0.85);
    HttpResponse<String> refused = control(address, "\"threshold\": 7");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(refused.body()).get("error").asText())
        .isEqualTo("threshold must be in (0, 1]: 7.0");
    assertThat(ear.threshold().score()).isEqualTo(0.85);
  }

  @Test
  void onlySourcesThatAreOfferedCanBeChosen() throws Exception {
    String address = serve();
    ear.begin(SoundSource.BUNDLED);
    assertThat(control(address, "\"source\": \"/etc/passwd\"").statusCode()).isEqualTo(400);
    assertThat(control(address, "\"source\": \"bundled\"").statusCode()).isEqualTo(200);
  }

  @Test
  void aSourceThatCannotBeHadGivesWayToTheBundledOneAndSaysWhy() throws Exception {
    String address = serve();
    ear.begin("no-such-file.wav");
    await(() -> ear.status().state() == State.RUNNING);
    assertThat(health(address, "source").asText()).isEqualTo("the bundled recording");
    assertThat(health(address, "problem").asText()).contains("no-such-file.wav");
  }

  @Test
  void aHeldSensorRestsAndGoesOn() throws Exception {
    ear.begin(SoundSource.BUNDLED);
    await(() -> ear.status().state() == State.RUNNING);
    ear.hold();
    await(() -> ear.status().state() == State.HELD);
    long resting = inferences();
    ear.resume();
    await(() -> inferences() > resting);
    assertThat(ear.status().sourceName()).isEqualTo("the bundled recording");
  }

  private long inferences() {
    return ear.summary().map(SensorSummary::inferences).orElse(0L);
  }

  @Test
  void aPageThatConnectsGetsStateHistoryTheArrayAndThenTicksAndEvents() throws Exception {
    String address = serve();
    ear.begin(SoundSource.BUNDLED);
    Messages messages = new Messages();
    HTTP.newWebSocketBuilder()
        .buildAsync(URI.create(address.replace("http", "ws") + "feed"), messages)
        .join();
    JsonNode state = messages.await(m -> m.path("type").asText().equals("state"));
    assertThat(state.at("/sensors/0/model").asText()).isEqualTo("kws");
    messages.await(m -> m.path("type").asText().equals("history"));
    assertThat(messages.arrays.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .extracting(ByteBuffer::remaining)
        .isEqualTo(24 + 512 * 256);
    JsonNode tick = messages.await(m -> m.at("/sensors/0/readings/0").isObject());
    assertThat(tick.at("/sensors/0/readings/0/p")).hasSize(ear.chip().labels().size());
    assertThat(tick.at("/sensors/0/dac").asDouble() + tick.at("/sensors/0/adc").asDouble())
        .isCloseTo(8.88e-6, within(0.01e-6));
    JsonNode wake = messages.await(m -> m.path("type").asText().equals("wake"));
    assertThat(get(address + "api/events").body().lines().map(DemoSessionTest::json))
        .first()
        .isEqualTo(wake);
  }

  @Test
  void everyRequestNeedsTheTokenWhereThereIsOne() throws Exception {
    String address = session.serve(new PageSettings("127.0.0.1", 0, Optional.of("open-sesame")));
    String bare = address.substring(0, address.indexOf('?'));
    for (String path :
        new String[] {"", "page/css/base.css", "feed", "health", "metrics", "api/state"}) {
      assertThat(get(bare + path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(control(bare, "\"speed\": 2").statusCode()).isEqualTo(401);
    HttpResponse<String> entry = get(address);
    assertThat(entry.statusCode()).isEqualTo(303);
    assertThat(entry.headers().firstValue("Location")).contains("/");
    String cookie = entry.headers().firstValue("Set-Cookie").orElseThrow();
    HttpRequest shown =
        HttpRequest.newBuilder(URI.create(bare + "metrics"))
            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .build();
    assertThat(HTTP.send(shown, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Test
  void aPageOfAnotherSiteCanNeitherListenNorChange() throws Exception {
    String address = serve();
    HttpRequest foreign =
        HttpRequest.newBuilder(URI.create(address + "api/control"))
            .header("Content-Type", "application/json")
            .header("Origin", "http://evil.example")
            .POST(BodyPublishers.ofString("{\"sensor\": \"kws\", \"speed\": 2}"))
            .build();
    assertThat(HTTP.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    assertThatThrownBy(
            () ->
                HTTP.newWebSocketBuilder()
                    .header("Origin", "http://evil.example")
                    .buildAsync(URI.create(address.replace("http", "ws") + "feed"), new Messages())
                    .join())
        .hasStackTraceContaining("status code 403");
    assertThat(ear.chip().clock().speed()).isEqualTo(1);
  }

  @Test
  void aFormOfAnotherSiteIsNoRequest() throws Exception {
    HttpRequest form =
        HttpRequest.newBuilder(URI.create(serve() + "api/control"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{\"sensor\": \"kws\", \"speed\": 2}"))
            .build();
    assertThat(HTTP.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
  }

  @Test
  void aPortInUseIsOneLineThatNamesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PageSettings settings = new PageSettings("127.0.0.1", taken.getLocalPort(), Optional.empty());
      assertThatThrownBy(() -> session.serve(settings))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("" + taken.getLocalPort(), "--port");
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> control(String address, String change) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "api/control"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"sensor\": \"kws\", " + change + "}"))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static JsonNode health(String address, String where) throws Exception {
    JsonNode health = JSON.readTree(get(address + "health").body());
    return health.at("/sensors/0/" + where.replace('.', '/'));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  /** Something that comes true sooner or later. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      assertThat(Instant.now()).as("waited in vain").isBefore(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** What a page is sent. */
  private static final class Messages implements WebSocket.Listener {
    final BlockingQueue<ByteBuffer> arrays = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final java.io.ByteArrayOutputStream binary = new java.io.ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        texts.add(json(text.toString()));
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, part, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
      while (part.hasRemaining()) {
        binary.write(part.get());
      }
      if (last) {
        arrays.add(ByteBuffer.wrap(binary.toByteArray()));
        binary.reset();
      }
      return WebSocket.Listener.super.onBinary(socket, part, last);
    }

    JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
      Instant end = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(end)) {
        JsonNode next = texts.poll(1, TimeUnit.SECONDS);
        if (next != null && wanted.test(next)) {
          return next;
        }
      }
      throw new AssertionError("no such message");
    }
  }
}
