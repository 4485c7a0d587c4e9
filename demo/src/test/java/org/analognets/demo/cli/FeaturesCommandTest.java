package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.WavFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {
  @TempDir private Path folder;
  private Path file;
  private float[] mfcc;

  @BeforeEach
  void writeToneOfOneSecond() throws IOException {
    file = folder.resolve("tone.wav");
    float[] samples = new float[Mfcc.CLIP_SAMPLES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / Mfcc.SAMPLE_RATE_HZ));
    }
    WavFile.write(file, samples);
    mfcc = new Mfcc().matrix(WavFile.read(file));
  }

  @Test
  void jsonHoldsShapeAndMatrix() throws IOException {
    CommandLineRunner features = CommandLineRunner.run("features", file.toString(), "--json");
    assertThat(features.exitCode()).isZero();
    JsonNode json = new ObjectMapper().readTree(features.out());
    assertThat(json.get("shape")).hasToString("[49,10]");
    assertThat(json.get("mfcc")).hasSize(49);
    assertThat(json.get("mfcc").get(48)).hasSize(10);
    assertThat(json.get("mfcc").get(48).get(9).asDouble()).isCloseTo(mfcc[489], within(1e-6));
  }

  @Test
  void csvHasOneLineForEachColumnUnderAHeader() {
    CommandLineRunner features = CommandLineRunner.run("features", file.toString(), "--csv");
    List<String> lines = features.out().lines().toList();
    assertThat(lines).hasSize(50);
    assertThat(lines.get(0)).isEqualTo("c0,c1,c2,c3,c4,c5,c6,c7,c8,c9");
    assertThat(lines.get(1).split(",", -1)).hasSize(10);
    assertThat(Float.parseFloat(lines.get(1).split(",", -1)[0])).isEqualTo(mfcc[0]);
  }

  @Test
  void tableIsTheDefault() {
    CommandLineRunner features = CommandLineRunner.run("features", file.toString());
    assertThat(features.exitCode()).isZero();
    assertThat(features.out().lines()).hasSize(50);
  }

  @Test
  void clipShorterThanASecondIsPaddedToOne() throws IOException {
    Path shortFile = folder.resolve("short.wav");
    WavFile.write(shortFile, new float[100]);
    CommandLineRunner features = CommandLineRunner.run("features", shortFile.toString(), "--csv");
    assertThat(features.out().lines()).hasSize(50);
  }

  @Test
  void fileThatIsNoRecordingIsOneLineAndExitCodeOne() throws IOException {
    Path text = Files.writeString(folder.resolve("text.wav"), "hello");
    CommandLineRunner features = CommandLineRunner.run("features", text.toString());
    assertThat(features.exitCode()).isEqualTo(1);
    assertThat(features.out()).isEmpty();
    assertThat(features.err().lines()).singleElement().asString().contains("text.wav");
  }

  @Test
  void verboseAddsTheStackTrace() {
    String missing = folder.resolve("missing.wav").toString();
    CommandLineRunner features = CommandLineRunner.run("features", missing, "--verbose");
    assertThat(features.exitCode()).isEqualTo(1);
    assertThat(features.err()).contains("missing.wav", "\tat ");
  }
}
