package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.analognets.demo.BrightnessModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchCommandTest {
  @TempDir private Path folder;
  private Path model;
  private Path pictures;

  @BeforeEach
  void writeModelAndPictures() throws IOException {
    model = BrightnessModel.write(folder);
    pictures = BrightnessModel.comingAndLeaving(folder.resolve("pictures"));
  }

  @Test
  void aPersonComesAndLeavesAsJsonLines() throws IOException {
    CommandLineRunner run = watch(pictures, "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    List<JsonNode> lines = json(run);
    assertThat(lines)
        .extracting(line -> line.get("type").asText())
        .containsExactly("wake", "wake", "summary");
    JsonNode came = lines.get(0);
    assertThat(came.fieldNames())
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
    assertThat(came.get("model").asText()).isEqualTo("vww");
    assertThat(came.get("label").asText()).isEqualTo("person");
    assertThat(came.get("streamSeconds").asDouble()).isEqualTo(6);
    assertThat(came.get("chipAgeSeconds").asDouble()).isCloseTo(31, within(0.5));
    assertThat(came.get("energyJoules").asDouble()).isPositive();
    assertThat(lines.get(1).get("label").asText()).isEqualTo("no_person");
    assertThat(lines.get(1).get("streamSeconds").asDouble()).isEqualTo(12);
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
            "pictures",
            "brokenPictures",
            "gatedPictures",
            "savedJoules",
            "pictureSeconds");
    assertThat(summary.get("pictures").asInt()).isEqualTo(30);
    assertThat(summary.get("inferences").asInt()).isEqualTo(30);
    assertThat(summary.get("wakeEvents").asInt()).isEqualTo(2);
    assertThat(summary.get("pictureSeconds").asDouble()).isEqualTo(14.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--bits 4", "--bits 6 --age 1y", "--bits ideal --device ideal", "--seed 9"})
  void everyChipSeesThePerson(String how) throws IOException {
    String[] options =
        Stream.concat(Stream.of("--json"), Stream.of(how.split(" ", -1))).toArray(String[]::new);
    CommandLineRunner run = watch(pictures, options);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(json(run))
        .extracting(line -> line.path("label").asText())
        .containsExactly("person", "no_person", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "6", "4"})
  void theBundledPicturesShowAPersonWhoComesAndLeaves(String bits) throws IOException {
    CommandLineRunner run =
        CommandLineRunner.run(
            "watch",
            "--input",
            "bundled",
            "--bits",
            bits,
            "--fast",
            "--json",
            "--http-port",
            "off");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonNode> lines = json(run);
    assertThat(lines)
        .extracting(line -> line.path("label").asText())
        .containsExactly("person", "no_person", "");
    // Nobody for 9 s, three people one after the other for 9 s, nobody for 6 s.
    assertThat(lines.get(0).get("streamSeconds").asDouble()).isBetween(9.0, 18.0);
    assertThat(lines.get(1).get("streamSeconds").asDouble()).isBetween(18.0, 24.0);
  }

  @Test
  void textTellsWhatWatchesWhoCameAndLeftAndWhatEnergyMeans() {
    CommandLineRunner run = watch(pictures, "--motion-gate");
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).contains("vww", "8 bit", "25 s old", "watching " + pictures);
    assertThat(lines.get(1)).contains("accelerator only: without camera, downscaling, host");
    assertThat(lines.get(3)).contains("6.00 s", "person came");
    assertThat(lines.get(4)).contains("12.00 s", "person left");
    assertThat(lines.get(5))
        .startsWith("2 wake events in 30 pictures: 15 inferences")
        .contains("15 gated, saved");
  }

  @Test
  void aMotionGateSavesEnergyAndKeepsTheEvents() throws IOException {
    List<JsonNode> all = json(watch(pictures, "--json"));
    List<JsonNode> gated = json(watch(pictures, "--json", "--motion-gate=0.01"));
    assertThat(gated)
        .extracting(line -> line.path("label").asText())
        .containsExactly("person", "no_person", "");
    assertThat(gated.subList(0, 2))
        .as("the chip ages while it is spared, too")
        .extracting(line -> line.get("chipAgeSeconds").asDouble())
        .allSatisfy(age -> assertThat(age).isGreaterThan(30.5));
    JsonNode summary = gated.get(2);
    assertThat(summary.get("gatedPictures").asInt()).isEqualTo(15);
    assertThat(summary.get("savedJoules").asDouble() + summary.get("energyJoules").asDouble())
        .isCloseTo(all.get(2).get("energyJoules").asDouble(), within(1e-15));
  }

  @Test
  void fasterConfirmationAndClearingComeEarlier() throws IOException {
    List<JsonNode> lines =
        json(watch(pictures, "--json", "--median", "1", "--confirm", "1", "--clear", "1"));
    assertThat(lines.subList(0, 2))
        .extracting(line -> line.get("streamSeconds").asDouble())
        .containsExactly(5.0, 10.0);
  }

  @Test
  void onceEndsAfterTheFirstEvent() throws IOException {
    assertThat(json(watch(pictures, "--json", "--once")))
        .extracting(line -> line.get("type").asText())
        .containsExactly("wake", "summary");
  }

  @Test
  void aPictureThatCannotBeReadIsLeftOutAndCounted() throws IOException {
    Files.writeString(pictures.resolve("005-broken.png"), "this is no picture at all");
    CommandLineRunner run = watch(pictures, "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode summary = json(run).get(2);
    assertThat(summary.get("brokenPictures").asInt()).isEqualTo(1);
    assertThat(summary.get("pictures").asInt()).isEqualTo(30);
  }

  @Test
  void theSameSeedGivesTheSameOutput() {
    assertThat(watch(pictures, "--json").out()).isEqualTo(watch(pictures, "--json").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "empty", "text.png", "webcam:no such camera"})
  void badInputIsOneLineThatNamesItAndExitCodeOne(String name) throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("text.png"), "this is no picture at all");
    String input = name.startsWith("webcam") ? name : folder.resolve(name).toString();
    CommandLineRunner run =
        CommandLineRunner.run(
            "watch", "--input", input, "--model", model.toString(), "--json", "--http-port", "off");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .matches(line -> line.contains(name) || line.contains("camera"));
  }

  @Test
  void aCameraThatAnswersNotIsOneLineAndExitCodeOne() {
    CommandLineRunner run =
        CommandLineRunner.run(
            "watch",
            "--input",
            "http://127.0.0.1:1/",
            "--model",
            model.toString(),
            "--json",
            "--http-port",
            "off");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("http://127.0.0.1:1/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fps 0",
        "--fps 1000",
        "--fps many",
        "--threshold 2",
        "--median 0",
        "--confirm 0",
        "--clear -1",
        "--motion-gate=2",
        "--bits 5",
        "--age soon",
        "--http-port x",
        "extra"
      })
  void wrongSettingIsOneLineAndExitCodeTwo(String setting) {
    CommandLineRunner run = watch(pictures, setting.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("watch --help");
  }

  @Test
  void aNetworkForSoundIsRefusedByName() {
    Path keywords = folder.resolve("keywords.bin");
    assertThat(CommandLineRunner.run("program", "kws", "--out", keywords.toString()).exitCode())
        .isZero();
    CommandLineRunner run =
        CommandLineRunner.run(
            "watch",
            "--input",
            pictures.toString(),
            "--chip",
            keywords.toString(),
            "--http-port",
            "off");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("keywords.bin: holds network 'kws'", "49x10x1", "vww", "100x100x3");
  }

  @Test
  void aNetworkForPicturesIsRefusedByThoseThatHear() {
    Path eye = folder.resolve("eye.bin");
    CommandLineRunner programmed =
        CommandLineRunner.run(
            "program", "vww", "--model", model.toString(), "--out", eye.toString());
    assertThat(programmed.exitCode()).as(programmed.err()).isZero();
    assertThat(programmed.out()).startsWith("vww: 6 weights");
    for (List<String> command :
        List.of(
            List.of("listen", "--chip", eye.toString()),
            List.of("listen", "--model", model.toString()),
            List.of("program", "kws", "--model", model.toString(), "--out", "never.bin"))) {
      List<String> arguments = new ArrayList<>(command);
      if (command.get(0).equals("listen")) {
        arguments.addAll(List.of("--input", "bundled", "--fast", "--http-port", "off"));
      }
      CommandLineRunner run = CommandLineRunner.run(arguments.toArray(String[]::new));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .contains("holds network 'vww', which takes 100x100x3 values");
    }
  }

  @Test
  void watchingWithAChipFromAFileIsWatchingWithOneProgrammedAlike() {
    Path eye = folder.resolve("eye.bin");
    CommandLineRunner.run(
        "program", "vww", "--model", model.toString(), "--seed", "3", "--out", eye.toString());
    CommandLineRunner fromFile =
        CommandLineRunner.run(
            "watch",
            "--input",
            pictures.toString(),
            "--fast",
            "--json",
            "--http-port",
            "off",
            "--chip",
            eye.toString(),
            "--age",
            "24h");
    assertThat(fromFile.exitCode()).as(fromFile.err()).isZero();
    assertThat(fromFile.out())
        .isEqualTo(watch(pictures, "--json", "--seed", "3", "--age", "24h").out());
  }

  private CommandLineRunner watch(Path input, String... options) {
    Stream<String> common =
        Stream.of(
            "watch",
            "--input",
            input.toString(),
            "--model",
            model.toString(),
            "--fast",
            "--http-port",
            "off");
    return CommandLineRunner.run(
        Stream.concat(common, Arrays.stream(options)).toArray(String[]::new));
  }

  private static List<JsonNode> json(CommandLineRunner run) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      nodes.add(new ObjectMapper().readTree(line));
    }
    return nodes;
  }
}
