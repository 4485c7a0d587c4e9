package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What evaluate leaves in files, also when it is interrupted. */
class EvaluateFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TinySpeechCommands.write(folder.resolve("data"), 4, "yes", "no", "cat");
  }

  @Test
  void oneRunWritesJsonCsvAndPictureBesideTheTable() throws IOException {
    CommandLineRunner run =
        evaluate(
            "--chips 2 --bits 8,4 --ages 25s,1h --json %1$s/o.json --csv %1$s/o.csv --plot"
                + " %1$s/o.png");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("all split", "deviation");
    JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("o.json")));
    assertThat(json.get("results")).hasSize(4);
    assertThat(folder.resolve("o.csv")).content().hasLineCount(5);
    assertThat(ImageIO.read(folder.resolve("o.png").toFile())).isNotNull();
    assertThat(folder.resolve("o.json.partial")).doesNotExist();
    assertThat(run.err().lines())
        .anySatisfy(line -> assertThat(line).matches("8 bit, 25s: .* % \\(.*, 2 chips\\)"))
        .hasSize(4);
  }

  @Test
  void jsonWithoutAFileReplacesTheTable() throws IOException {
    CommandLineRunner run = evaluate("--chips 1 --json");
    assertThat(run.out().lines()).singleElement().asString().startsWith("{");
  }

  @Test
  void anInterruptedRunGoesOnWithEqualResults() throws Exception {
    String options = "--chips 12 --ages 25s,1h,24h --json %s/o.json";
    Path journal = folder.resolve("o.json.partial");
    FutureTask<CommandLineRunner> first = new FutureTask<>(() -> evaluate(options));
    Thread thread = new Thread(first);
    thread.start();
    while (thread.isAlive() && scores(journal).size() < 2) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    assertThat(first.get().exitCode()).isEqualTo(1);
    assertThat(first.get().err()).contains("the same command goes on from", journal.toString());
    assertThat(scores(journal)).hasSizeGreaterThan(1).allMatch(line -> line.endsWith(",."));
    assertThat(evaluate(options).exitCode()).isZero();
    String resumed = Files.readString(folder.resolve("o.json"));
    Files.delete(folder.resolve("o.json"));
    assertThat(evaluate(options).exitCode()).isZero();
    assertThat(resumed).isEqualTo(Files.readString(folder.resolve("o.json")));
  }

  @Test
  void journalOfAnotherExperimentIsRefused() throws IOException {
    Path journal = folder.resolve("j");
    Files.writeString(journal, "# analognets evaluation of something else\n");
    CommandLineRunner run = evaluate("--chips 1 --journal %s/j");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("remove it to start anew");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--csv", "--plot", "--journal"})
  void anOutputThatCannotBeWrittenIsToldBeforeTheWork(String option) throws IOException {
    CommandLineRunner run = evaluate(option + " %s/no/where");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("where", "can't be written");
  }

  private static List<String> scores(Path journal) throws IOException {
    if (!Files.exists(journal)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(journal);
    return lines.size() < 2 ? List.of() : lines.subList(1, lines.size());
  }

  /** Runs over all clips; %s in the options is the folder. */
  private CommandLineRunner evaluate(String options) throws IOException {
    Stream<String> common =
        Stream.of("evaluate", "kws", "--data", folder.resolve("data").toString(), "--split", "all");
    return CommandLineRunner.run(
        Stream.concat(common, Arrays.stream(options.formatted(folder).split(" ", -1)))
            .toArray(String[]::new));
  }
}
