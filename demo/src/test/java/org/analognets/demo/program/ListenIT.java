package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.analognets.demo.program.Program.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private String input = "bundled";

  @Test
  void bundledRecordingGivesEachKeywordOnceAndNothingElse() throws IOException {
    assertHeard(
        listen("--fast", "--json"),
        List.of("yes", "no", "up", "down", "left", "right", "stop", "go"));
  }

  @Test
  void otherClipsInAnotherOrderGiveEachKeywordOnceAndNothingElse() throws IOException {
    List<String> words = List.of("go", "stop", "right", "left", "down", "up", "no", "yes");
    input = KeywordClips.join(words, folder.resolve("joined.wav")).toString();
    assertHeard(listen("--fast", "--json", "--age", "24h", "--seed", "2"), words);
  }

  @Test
  void wordSaidTwiceWakesTwice() throws IOException {
    List<String> words = List.of("yes", "yes");
    input = KeywordClips.join(words, folder.resolve("joined.wav")).toString();
    assertHeard(listen("--fast", "--json"), words);
  }

  private static void assertHeard(Finished run, List<String> words) {
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    List<JsonNode> lines = run.out().stream().map(ListenIT::json).toList();
    List<JsonNode> wakes = lines.subList(0, lines.size() - 1);
    assertThat(wakes).extracting(wake -> wake.get("label").asText()).isEqualTo(words);
    assertThat(wakes)
        .allSatisfy(wake -> assertThat(wake.get("energyJoules").asDouble()).isPositive());
    JsonNode summary = lines.get(lines.size() - 1);
    assertThat(summary.get("type").asText()).isEqualTo("summary");
    assertThat(summary.get("wakeEvents").asInt()).isEqualTo(words.size());
    assertThat(summary.get("droppedFrames").asInt()).isZero();
  }

  @Test
  void sameSeedGivesTheSameOutputOnOneAndOnTwoProcessors() throws IOException {
    List<String> one = listenOn(1, "--seed", "5").out();
    assertThat(listenOn(2, "--seed", "5").out()).isEqualTo(one);
    assertThat(listenOn(2, "--seed", "6").out()).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void signalEndsAListenerWithItsSummaryAndExitCodeZero(String signal) throws Exception {
    try (Program program =
        Program.start("listen", "--input", input, "--json", "--http-port", "0")) {
      program.awaitOut(line -> line.contains("\"wake\""));
      program.signal(signal);
      Finished ended = program.finish();
      assertThat(ended.exitCode()).isZero();
      JsonNode summary = json(ended.out().get(ended.out().size() - 1));
      assertThat(summary.get("type").asText()).isEqualTo("summary");
      assertThat(summary.get("audioSeconds").asDouble()).isLessThan(15);
    }
  }

  @Test
  void closedOutputEndsAListener() throws Exception {
    Process shell =
        new ProcessBuilder(
                "bash",
                "-c",
                "\"$0\" listen --input \"$1\" --json --http-port off | head -n 1; exit"
                    + " ${PIPESTATUS[0]}",
                Program.LAUNCHER.toString(),
                input)
            .start();
    try (var out = shell.inputReader()) {
      assertThat(out.lines()).hasSize(1);
    }
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void badInputIsOneLineThatNamesItAndExitCodeOne() throws IOException {
    input = Files.writeString(folder.resolve("text.wav"), "this is no sound at all").toString();
    Finished run = listen("--fast", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .filteredOn(line -> !line.contains("meters at http://"))
        .singleElement()
        .asString()
        .contains("text.wav");
  }

  private Finished listen(String... options) throws IOException {
    return listen(Map.of(), options);
  }

  private Finished listenOn(int processors, String... options) throws IOException {
    String[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "--fast";
    all[options.length + 1] = "--json";
    return listen(Map.of("JDK_JAVA_OPTIONS", "-XX:ActiveProcessorCount=" + processors), all);
  }

  private Finished listen(Map<String, String> environment, String... options) throws IOException {
    Stream<String> common = Stream.of("listen", "--input", input, "--http-port", "0");
    String[] arguments = Stream.concat(common, Stream.of(options)).toArray(String[]::new);
    try (Program program = Program.start(environment, arguments)) {
      return program.finish();
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
