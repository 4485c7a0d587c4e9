package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training and evaluating the person network, from pictures on disk. */
class PersonCommandsTest {
  @TempDir private Path folder;

  @BeforeEach
  void writePictures() throws IOException {
    for (int i = 0; i < 60; i++) {
      write("person/" + i + ".png", 0xd0d0d0 - i);
      write("no_person/" + i + ".png", 0x202020 + i);
    }
  }

  private void write(String name, int rgb) throws IOException {
    Path file = folder.resolve("data").resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(24, 18, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 18; y++) {
      for (int x = 0; x < 24; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private CommandLineRunner run(String command, String... options) {
    String[] arguments = new String[4 + options.length];
    arguments[0] = command;
    arguments[1] = "vww";
    arguments[2] = "--data";
    arguments[3] = folder.resolve("data").toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return CommandLineRunner.run(arguments);
  }

  @Test
  void trainingWritesAPersonNetworkThatEvaluateTakes() throws IOException {
    String out = folder.resolve("vww.onnx").toString();
    CommandLineRunner trained = run("train", "--out", out, "--epochs", "1", "--analog-epochs", "1");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.err()).contains("float epoch 1 of 1", "analog-8 epoch 1 of 1");
    Model model = OnnxModelFile.read(Path.of(out));
    assertThat(model.network().labels()).containsExactly("no_person", "person");
    assertThat(model.facts()).containsKeys("frontEnd", "dataset", "trainingSettings");

    CommandLineRunner measured = run("evaluate", "--model", out, "--chips", "1", "--json");
    assertThat(measured.exitCode()).as(measured.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(measured.out());
    assertThat(json.get("model").asText()).isEqualTo("vww");
    assertThat(json.get("split").asText()).isEqualTo("all");
    assertThat(json.get("clips").asInt()).isEqualTo(120);
    JsonNode byLabel = json.get("results").get(0).get("digitalAccuracyByLabel");
    double mean = (byLabel.get("person").asDouble() + byLabel.get("no_person").asDouble()) / 2;
    assertThat(json.get("digitalAccuracy").asDouble())
        .isEqualTo(mean, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void keywordsAreOfKwsOnly() {
    CommandLineRunner run =
        run("train", "--out", folder.resolve("x.onnx").toString(), "--keywords", "yes");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("--keywords", "kws");
  }

  @Test
  void picturesHaveNoTestingPart() {
    CommandLineRunner run = run("evaluate", "--split", "testing");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("folder to --data");
  }

  @Test
  void aKeywordNetworkIsRefused() throws IOException {
    Path file = folder.resolve("kws.onnx");
    OnnxModelFile.write(file, RandomModels.kws(java.util.List.of("_silence_", "yes"), 1));
    CommandLineRunner run = run("evaluate", "--model", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("kws.onnx");
  }

  @Test
  void aFolderWithoutPicturesIsOneLine() {
    CommandLineRunner run =
        CommandLineRunner.run("evaluate", "vww", "--data", folder.resolve("none").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("none");
  }
}
