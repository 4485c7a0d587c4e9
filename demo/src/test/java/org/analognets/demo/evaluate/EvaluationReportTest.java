package org.analognets.demo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.analognets.analog.converter.Converter;
import org.analognets.training.evaluation.DigitalScore;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {
  private static final DigitalScore DIGITAL =
      new DigitalScore(0.947, Map.of("no_person", 0.9, "person", 0.994));

  private static final EvaluationReport REPORT =
      report(
          List.of(
              new Result(Converter.bits(8), 25, List.of(0.95, 0.94, 0.945)),
              new Result(Converter.bits(8), 3600, List.of(0.946, 0.944, 0.945)),
              new Result(Converter.bits(8), 86_400, List.of(0.944, 0.938, 0.942)),
              new Result(Converter.bits(8), 31_536_000, List.of(0.94, 0.932, 0.936)),
              new Result(Converter.ideal(), 25, List.of(0.952, 0.95, 0.951)),
              new Result(Converter.ideal(), 3600, List.of(0.951, 0.949, 0.95)),
              new Result(Converter.ideal(), 86_400, List.of(0.948, 0.944, 0.946)),
              new Result(Converter.ideal(), 31_536_000, List.of(0.944, 0.936, 0.94))));

  @Test
  void jsonHasOneResultForEachWidthAndAge() throws IOException {
    StringWriter text = new StringWriter();
    REPORT.printJson(new PrintWriter(text));
    assertThat(text.toString().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(text.toString());
    assertThat(json.fieldNames())
        .toIterable()
        .containsSubsequence("model", "split", "clips", "digitalAccuracy", "results");
    assertThat(json.get("model").asText()).isEqualTo("kws");
    assertThat(json.get("clips")).hasToString("469");
    assertThat(json.get("digitalAccuracy").asDouble()).isEqualTo(0.947);
    assertThat(json.get("results")).hasSize(8);
    JsonNode first = json.get("results").get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsSubsequence("bits", "age", "ageSeconds", "chips", "accuracyMean", "accuracyStd");
    assertThat(first.get("bits")).hasToString("8");
    assertThat(first.get("ageSeconds")).hasToString("25");
    assertThat(first.get("chips")).hasToString("3");
    assertThat(first.get("accuracyMean").asDouble()).isCloseTo(0.945, within(1e-12));
    assertThat(first.get("accuracyStd").asDouble()).isCloseTo(0.005, within(1e-12));
    JsonNode last = json.get("results").get(7);
    assertThat(last.get("bits").asText()).isEqualTo("ideal");
    assertThat(last.get("age").asText()).isEqualTo("1y");
    assertThat(last.get("compensation").asText()).isEqualTo("gdc");
  }

  @Test
  void csvHasALineForEachResultUnderItsHeader() {
    StringWriter text = new StringWriter();
    REPORT.printCsv(new PrintWriter(text));
    List<String[]> rows = text.toString().lines().map(line -> line.split(",", -1)).toList();
    assertThat(rows).hasSize(9);
    List<String> header = List.of(rows.get(0));
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(header.size()));
    String[] day = rows.get(3);
    assertThat(day[header.indexOf("bits")]).isEqualTo("8");
    assertThat(day[header.indexOf("age")]).isEqualTo("24h");
    assertThat(Double.parseDouble(day[header.indexOf("ageSeconds")])).isEqualTo(86_400);
    assertThat(Double.parseDouble(day[header.indexOf("accuracyMean")]))
        .isCloseTo(0.941333, within(1e-6));
    assertThat(rows.get(5)[header.indexOf("bits")]).isEqualTo("ideal");
  }

  @Test
  void tableTellsWhatEachAgeCost() {
    StringWriter text = new StringWriter();
    REPORT.printText(new PrintWriter(text));
    assertThat(text.toString())
        .startsWith("kws on speech, testing split: 469 clips, seed 1, pcm devices");
    assertThat(text.toString().lines().skip(5).findFirst().orElseThrow())
        .contains("8", "94.70 %", "1y", "93.60 %", "+1.10");
  }

  @Test
  void plotIsAPictureThatShowsEveryWidth(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("drift"); // no suffix is added to what the user wrote
    REPORT.plot(file);
    BufferedImage picture = Objects.requireNonNull(ImageIO.read(file.toFile()));
    assertThat(picture.getWidth()).isEqualTo(2000);
    assertThat(pixels(picture, 0x0072B2)).isGreaterThan(1000);
    assertThat(pixels(picture, 0xD55E00)).isGreaterThan(1000);
  }

  @Test
  void plotOfASingleAgeIsDrawnToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("single.png");
    report(List.of(new Result(Converter.bits(8), 86_400, List.of(1.0)))).plot(file);
    assertThat(pixels(Objects.requireNonNull(ImageIO.read(file.toFile())), 0x0072B2))
        .isGreaterThan(50);
  }

  @Test
  void ofPersonsEachLabelsAccuracyIsToldToo() throws IOException {
    EvaluationReport persons =
        report("vww", List.of(new Result(Converter.bits(8), 86_400, List.of(0.9))));
    StringWriter text = new StringWriter();
    persons.printText(new PrintWriter(text));
    assertThat(text.toString())
        .contains("469 pictures", "person pictures right digitally: 99.40 %");
    StringWriter json = new StringWriter();
    persons.printJson(new PrintWriter(json));
    assertThat(json.toString()).contains("\"digitalAccuracyByLabel\":{", "\"person\":0.994");
  }

  @Test
  void reportWithoutResultsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report(List.of()))
        .withMessageContaining("no results");
  }

  private static long pixels(BufferedImage picture, int colour) {
    long count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += (picture.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
      }
    }
    return count;
  }

  private static EvaluationReport report(List<Result> results) {
    return report("kws", results);
  }

  private static EvaluationReport report(String model, List<Result> results) {
    return new EvaluationReport(
        model,
        "speech",
        "testing",
        469,
        1,
        "pcm",
        Map.of("8", "gdc", "ideal", "gdc"),
        Map.of("8", DIGITAL, "ideal", DIGITAL),
        Map.of(25.0, "25s", 3600.0, "1h", 86_400.0, "24h", 31_536_000.0, "1y"),
        results);
  }
}
