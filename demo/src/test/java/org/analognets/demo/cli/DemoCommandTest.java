package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class DemoCommandTest {
  @TempDir private Path folder;
  private Path model;
  private Path pictures;

  @BeforeEach
  void writeModelAndPictures() throws IOException {
    model = BrightnessModel.write(folder);
    pictures = BrightnessModel.comingAndLeaving(folder.resolve("pictures"));
  }

  @Test
  void bothSensesReportOnOneOutput() throws IOException {
    CommandLineRunner run = demo("--sound", "bundled", "--pictures", pictures.toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonNode> lines = json(run);
    assertThat(labels(lines, "vww")).containsExactly("person", "no_person");
    assertThat(labels(lines, "kws"))
        .containsExactly("yes", "no", "up", "down", "left", "right", "stop", "go");
    assertThat(lines)
        .filteredOn(line -> line.get("type").asText().equals("summary"))
        .extracting(line -> line.get("model").asText())
        .containsExactlyInAnyOrder("kws", "vww");
  }

  @Test
  void textTellsOfBothSensesOnce() {
    CommandLineRunner run = demo("--sound", "bundled", "--pictures", pictures.toString());
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).startsWith("kws on").contains("listening to");
    assertThat(lines.get(1)).startsWith("vww on").contains("watching");
    assertThat(lines.get(2)).contains("without microphone, MFCC, camera, downscaling, host");
    assertThat(lines.get(3)).contains("keyword/event");
    assertThat(lines).filteredOn(line -> line.contains("wake events in")).hasSize(2);
  }

  @Test
  void aSenseThatFailsEndsTheOtherWithItsSummary() throws IOException {
    Path damaged = folder.resolve("damaged.wav");
    Files.writeString(damaged, "this is no sound at all");
    CommandLineRunner run =
        demo("--pictures", pictures.toString(), "--sound", damaged.toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("damaged.wav");
    assertThat(labels(json(run), "kws")).isEmpty();
  }

  @Test
  void aSecondNetworkForTheSameSenseIsAWrongCommandLine() {
    CommandLineRunner run = demo("--model", model.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("are both vww");
  }

  private CommandLineRunner demo(String... options) {
    Stream<String> common =
        Stream.of(
            "demo", "--headless", "--model", model.toString(), "--fast", "--http-port", "off");
    return CommandLineRunner.run(
        Stream.concat(common, Arrays.stream(options)).toArray(String[]::new));
  }

  private static List<String> labels(List<JsonNode> lines, String network) {
    return lines.stream()
        .filter(line -> line.get("type").asText().equals("wake"))
        .filter(line -> line.get("model").asText().equals(network))
        .map(line -> line.get("label").asText())
        .toList();
  }

  private static List<JsonNode> json(CommandLineRunner run) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      nodes.add(new ObjectMapper().readTree(line));
    }
    return nodes;
  }
}
