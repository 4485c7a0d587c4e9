package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.training.dataset.SpeechCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir private Path folder;

  @Test
  void trainingWritesAModelWithTheLabelsOfTheCommandLine() throws IOException {
    TinySpeechCommands.write(folder.resolve("data"), 100, "up", "down");
    Path out = folder.resolve("model.onnx");
    CommandLineRunner run =
        CommandLineRunner.run(
            "train",
            "kws",
            "--data",
            folder.resolve("data").toString(),
            "--out",
            out.toString(),
            "--keywords",
            "up,down",
            "--epochs",
            "1",
            "--analog-epochs",
            "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("wrote " + out + System.lineSeparator());
    assertThat(run.err()).contains("float epoch 1 of 1", "analog-8 epoch 1 of 1");
    assertThat(OnnxModelFile.read(out).network().labels())
        .containsExactly("_silence_", "_unknown_", "up", "down");
  }

  @Test
  void keywordsDefaultToTheFrequentWordsOfTheData() throws IOException {
    TinySpeechCommands.write(folder, 40, "stop", "go");
    TinySpeechCommands.write(folder, 8, "filler");
    SpeechCommands data = SpeechCommands.read(folder);
    assertThat(KeywordChoice.of(data, List.of())).containsExactly("go", "stop");
  }

  @Test
  void wordWithoutClipsIsOneLineThatListsTheOthers() throws IOException {
    TinySpeechCommands.write(folder.resolve("data"), 5, "up", "down");
    CommandLineRunner run = train("--keywords", "up,dog");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("'dog'", "down, up");
  }

  @Test
  void unwritableOutputIsToldBeforeTraining() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    CommandLineRunner run = train("--out", folder.resolve("no/where.onnx").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("where.onnx", "folder");
  }

  private CommandLineRunner train(String option, String value) {
    String data = folder.resolve("data").toString();
    return option.equals("--out")
        ? CommandLineRunner.run("train", "kws", "--data", data, option, value)
        : CommandLineRunner.run(
            "train",
            "kws",
            "--data",
            data,
            "--out",
            folder.resolve("x.onnx").toString(),
            option,
            value);
  }
}
