package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
  @TempDir private Path data;

  @BeforeEach
  void writeData() throws IOException {
    TinySpeechCommands.write(data, 8, "yes", "no", "cat");
  }

  @Test
  void jsonHoldsOneResultForEachWidthAndAge() throws IOException {
    CommandLineRunner run =
        evaluate(
            "--split", "all", "--bits", "8,ideal", "--age", "25s,1h", "--chips", "2", "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.fieldNames())
        .toIterable()
        .containsSubsequence("model", "split", "clips", "digitalAccuracy", "results");
    assertThat(json.get("model").asText()).isEqualTo("kws");
    // 16 keyword clips are 80 %; unknown and silence are 10 % each.
    assertThat(json.get("clips").asInt()).isEqualTo(20);
    assertThat(json.get("digitalAccuracy").asDouble()).isBetween(0.0, 1.0);
    assertThat(json.get("results")).hasSize(4);
    JsonNode first = json.get("results").get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsSubsequence("bits", "age", "ageSeconds", "chips", "accuracyMean", "accuracyStd");
    assertThat(first.get("bits")).hasToString("8");
    assertThat(first.get("age").asText()).isEqualTo("25s");
    assertThat(first.get("ageSeconds")).hasToString("25");
    assertThat(first.get("chips").asInt()).isEqualTo(2);
    assertThat(json.get("results").get(3).get("bits").asText()).isEqualTo("ideal");
  }

  @Test
  void sameSeedGivesTheSameAccuracies() {
    String[] options = {"--split", "all", "--chips", "3", "--json", "--seed", "4"};
    assertThat(evaluate(options).out()).isEqualTo(evaluate(options).out());
  }

  @Test
  void splitWithoutKeywordsIsOneLineAndExitCodeOne(@TempDir Path other) throws IOException {
    TinySpeechCommands.write(other, 3, "cat");
    data = other;
    CommandLineRunner run = evaluate("--split", "all");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("none of the model's keywords");
  }

  @ParameterizedTest
  @CsvSource({
    "--split, most, none of training",
    "--bits, 5, none of 8",
    "--age, old, not an age",
    "--chips, 0, 1 or more"
  })
  void wrongSettingIsOneLineAndExitCodeTwo(String option, String value, String complaint) {
    CommandLineRunner run = evaluate(option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains(complaint);
  }

  private CommandLineRunner evaluate(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "evaluate";
    arguments[1] = "kws";
    arguments[2] = "--data";
    arguments[3] = data.toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return CommandLineRunner.run(arguments);
  }
}
