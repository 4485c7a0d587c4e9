package org.analognets.demo.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.analognets.analog.chip.AonCim;
import org.analognets.demo.BrightnessModel;
import org.analognets.demo.bundled.Slides;
import org.analognets.demo.http.HttpPorts;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.WatchSettings;
import org.junit.jupiter.api.Test;

class SensorSessionTest {
  private static final HttpPorts ANY_PORT = HttpPorts.only(0);
  private static final HttpPorts OFF = HttpPorts.off();
  private static final SensorHeader HEADER =
      new SensorHeader(Sense.HEARING, "kws", "8", "pcm", 25, 1, "bursts");

  private final List<String> notices = new ArrayList<>();
  private final StringWriter printed = new StringWriter();
  private final Report json = new JsonReport(new PrintWriter(printed));
  private final Report text = new TextReport(new PrintWriter(printed));

  @Test
  void jsonLinesAreWakeEventsAndOneSummary() throws IOException {
    try (SensorSession session = open(json, OFF)) {
      listen(session, Sounds.bursts(6, 1.5, 4));
    }
    List<JsonNode> lines = jsonLines();
    assertThat(lines).hasSize(3);
    JsonNode first = lines.get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "type",
            "model",
            "label",
            "score",
            "streamSeconds",
            "chipAgeSeconds",
            "energyJoules",
            "chipLatencySeconds");
    assertThat(first.get("type").asText()).isEqualTo("wake");
    assertThat(first.get("label").asText()).isEqualTo("loud");
    assertThat(first.get("energyJoules").asDouble()).isCloseTo(9e-6, within(1e-12));
    assertThat(first.get("streamSeconds").asDouble()).isBetween(2.0, 3.0);
    assertThat(lines.get(1).get("streamSeconds").asDouble()).isBetween(4.5, 5.5);
    JsonNode summary = lines.get(2);
    assertThat(summary.fieldNames())
        .toIterable()
        .containsExactly(
            "type",
            "model",
            "inferences",
            "wakeEvents",
            "energyJoules",
            "droppedFrames",
            "audioSeconds");
    assertThat(summary.get("wakeEvents").asInt()).isEqualTo(2);
    assertThat(summary.get("audioSeconds").asDouble()).isEqualTo(6);
    assertThat(summary.get("energyJoules").asDouble())
        .isCloseTo(9e-6 * summary.get("inferences").asInt(), within(1e-9));
  }

  @Test
  void textTellsWhatListensEachEventAndWhatEnergyMeans() throws IOException {
    try (SensorSession session = open(text, OFF)) {
      listen(session, Sounds.bursts(4, 1.5));
    }
    List<String> lines = printed.toString().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).contains("kws", "8 bit", "25 s old", "seed 1", "bursts");
    assertThat(lines.get(1)).contains("accelerator only: without microphone, MFCC, host", "fitted");
    assertThat(lines.get(3)).contains("loud", "25 s", "9.00 uJ", "128.0 us");
    assertThat(lines.get(4)).startsWith("1 wake event in 4.0 s of sound");
  }

  @Test
  void metersOfAWiredSessionAreExactlyTheGoldenFamilies() throws Exception {
    try (SensorSession session = open(json, ANY_PORT)) {
      listen(session, Sounds.bursts(6, 1.5, 4));
      HttpResponse<String> scrape = get(session, "metrics");
      assertThat(scrape.statusCode()).isEqualTo(200);
      assertThat(scrape.headers().firstValue("content-type").orElseThrow())
          .startsWith("text/plain; version=0.0.4");
      assertThat(scrape.body().lines().filter(line -> line.startsWith("# TYPE ")))
          .containsExactlyInAnyOrderElementsOf(golden("families.txt"));
      assertThat(scrape.body())
          .contains("analognets_pipeline_wake_events_total{label=\"loud\",model=\"kws\"} 2.0");
    }
  }

  @Test
  void metersOfBothSensesAreExactlyTheGoldenFamilies() throws Exception {
    try (SensorSession session = open(json, ANY_PORT)) {
      session.run(
          hearing(Sounds.bursts(6, 1.5, 4), PipelineSettings.defaults()),
          WantedSensor.only(
              () ->
                  PictureSensor.of(
                      new Slides("greys", greys(), 5), eye(), WatchSettings.defaults())));
      HttpResponse<String> scrape = get(session, "metrics");
      assertThat(scrape.body().lines().filter(line -> line.startsWith("# TYPE ")))
          .containsExactlyInAnyOrderElementsOf(golden("families-both.txt"));
      assertThat(scrape.body())
          .contains(
              "analognets_pipeline_wake_events_total{label=\"loud\",model=\"kws\"} 2.0",
              "analognets_pipeline_wake_events_total{label=\"person\",model=\"vww\"} 1.0");
    }
  }

  private static AgedChip eye() {
    return new AgedChip(AonCim.defaults().program(BrightnessModel.model(), 1), 25);
  }

  private static List<Picture> greys() {
    return IntStream.of(BrightnessModel.DARK, BrightnessModel.BRIGHT)
        .mapToObj(
            level -> {
              byte[] rgb = new byte[3 * 100];
              Arrays.fill(rgb, (byte) level);
              return new Picture(10, 10, rgb);
            })
        .toList();
  }

  @Test
  void aStandInTakesThePlaceOfASourceThatCannotBeOpened() throws IOException {
    try (SensorSession session = open(json, OFF)) {
      session.run(
          hearing(new MissingSource(), PipelineSettings.defaults())
              .or(
                  () ->
                      new SoundSensor(
                          Sounds.bursts(4, 1.5),
                          new LoudnessRecognizer(),
                          PipelineSettings.defaults(),
                          HEADER),
                  "playing bursts"));
    }
    assertThat(notices).containsExactly("no such device; playing bursts");
    assertThat(jsonLines())
        .extracting(line -> line.get("type").asText())
        .containsExactly("wake", "summary");
  }

  @Test
  void aSensorThatFailsEndsTheOthersWithTheirSummaries() throws IOException {
    try (SensorSession session = open(json, OFF)) {
      WantedSensor endless =
          hearing(
              Sounds.bursts(600),
              PipelineSettings.defaults()
                  .withCapture(PipelineSettings.defaults().capture().withPaced(true)));
      assertThatThrownBy(
              () -> session.run(endless, hearing(new DamagedSource(), PipelineSettings.defaults())))
          .isInstanceOf(AudioException.class)
          .hasMessage("damaged here");
    }
    assertThat(jsonLines()).hasSize(2);
    assertThat(jsonLines()).allMatch(line -> line.get("type").asText().equals("summary"));
  }

  @Test
  void openMetricsIsServedToThoseWhoTakeIt() throws Exception {
    try (SensorSession session = open(json, ANY_PORT)) {
      listen(session, Sounds.bursts(2));
      HttpRequest.Builder request =
          request(session, "metrics")
              .header("Accept", "application/openmetrics-text;version=1.0.0");
      HttpResponse<String> scrape =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      assertThat(scrape.headers().firstValue("content-type").orElseThrow())
          .startsWith("application/openmetrics-text; version=1.0.0");
      assertThat(scrape.body()).contains("# TYPE analognets_chip_inferences counter\n");
      assertThat(scrape.body()).endsWith("# EOF\n");
    }
  }

  @Test
  void pageNamesTheMetersAndHealthIsOk() throws Exception {
    try (SensorSession session = open(json, ANY_PORT)) {
      assertThat(get(session, "").body()).contains("href=\"/metrics\"", "href=\"/health\"");
      assertThat(get(session, "health").body()).isEqualTo("ok\n");
      assertThat(get(session, "nothing-here").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void portInUseIsOneLineThatNamesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> open(json, HttpPorts.only(taken.getLocalPort())))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("" + taken.getLocalPort(), "--http-port");
    }
  }

  @Test
  void takenPortGivesWayToTheNextCandidate() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SensorSession session = open(json, new HttpPorts(List.of(taken.getLocalPort(), 0)))) {
      assertThat(session.metricsAddress().orElseThrow())
          .doesNotContain(":" + taken.getLocalPort() + "/");
    }
  }

  @Test
  void onceEndsAfterTheFirstEvent() throws IOException {
    try (SensorSession session = open(json, OFF)) {
      listen(session, Sounds.bursts(6, 1.5, 4), PipelineSettings.defaults().withOnce(true));
    }
    assertThat(jsonLines())
        .extracting(line -> line.get("type").asText())
        .containsExactly("wake", "summary");
  }

  @Test
  void whatWasHeardBeforeADamageIsReported() throws IOException {
    try (SensorSession session = open(json, OFF)) {
      assertThatThrownBy(() -> listen(session, new DamagedSource()))
          .isInstanceOf(AudioException.class)
          .hasMessage("damaged here");
    }
    assertThat(jsonLines()).hasSize(1);
    assertThat(jsonLines().get(0).get("audioSeconds").asDouble()).isEqualTo(2);
  }

  private SensorSession open(Report report, HttpPorts ports) throws IOException {
    return SensorSession.open(report, notices::add, ports);
  }

  private static void listen(SensorSession session, AudioSource source) throws IOException {
    listen(session, source, PipelineSettings.defaults());
  }

  private static void listen(SensorSession session, AudioSource source, PipelineSettings settings)
      throws IOException {
    session.run(hearing(source, settings));
  }

  private static WantedSensor hearing(AudioSource source, PipelineSettings settings) {
    return WantedSensor.only(
        () -> new SoundSensor(source, new LoudnessRecognizer(), settings, HEADER));
  }

  private List<JsonNode> jsonLines() throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : printed.toString().lines().toList()) {
      nodes.add(new ObjectMapper().readTree(line));
    }
    return nodes;
  }

  private static HttpResponse<String> get(SensorSession session, String path) throws Exception {
    return HttpClient.newHttpClient().send(request(session, path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(SensorSession session, String path) {
    return HttpRequest.newBuilder(URI.create(session.metricsAddress().orElseThrow() + path));
  }

  private static List<String> golden(String name) throws IOException {
    try (var in = Objects.requireNonNull(SensorSessionTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** A microphone that isn't there. */
  private static final class MissingSource implements AudioSource {
    @Override
    public String name() {
      return "missing";
    }

    @Override
    public boolean live() {
      return true;
    }

    @Override
    public AudioStream open() throws AudioException {
      throw new AudioException("no such device");
    }
  }

  /** Two seconds of silence, then an error. */
  private static final class DamagedSource implements AudioSource {
    @Override
    public String name() {
      return "damaged";
    }

    @Override
    public boolean live() {
      return false;
    }

    @Override
    public AudioStream open() {
      AudioStream sound = Sounds.bursts(2).open();
      return new AudioStream() {
        @Override
        public int read(float[] buffer) throws AudioException {
          int read = sound.read(buffer);
          if (read < 0) {
            throw new AudioException("damaged here");
          }
          return read;
        }

        @Override
        public void close() {
          sound.close();
        }
      };
    }
  }
}
