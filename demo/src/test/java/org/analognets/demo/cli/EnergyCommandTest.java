package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.analog.network.AnalogNets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyCommandTest {
  @TempDir private Path folder;

  @Test
  void jsonHoldsBothNetworksAtEveryWidthWithinFivePercentOfThePublished() throws IOException {
    JsonNode costs = json("--json");
    assertThat(costs)
        .extracting(cost -> cost.get("model").asText() + cost.get("bits").asInt())
        .containsExactly("kws8", "kws6", "kws4", "vww8", "vww6", "vww4");
    for (JsonNode cost : costs) {
      assertThat(cost.fieldNames())
          .toIterable()
          .containsExactly(
              "model",
              "bits",
              "weights",
              "utilization",
              "cycles",
              "latencySeconds",
              "inferencesPerSecond",
              "tops",
              "energyJoules",
              "topsPerWatt",
              "publishedTopsPerWatt",
              "components");
      assertThat(cost.get("topsPerWatt").asDouble())
          .isCloseTo(cost.get("publishedTopsPerWatt").asDouble(), withinPercentage(5));
    }
  }

  @Test
  void jsonOfTheKeywordNetworkHoldsTheKnownFigures() throws IOException {
    JsonNode kws = json("--model", "kws", "--bits", "8", "--json").get(0);
    assertThat(kws.get("weights").asLong()).isEqualTo(300_720);
    assertThat(kws.get("utilization").asDouble()).isCloseTo(0.5736, within(5e-5));
    assertThat(kws.get("cycles").asLong()).isEqualTo(991);
    assertThat(kws.get("latencySeconds").asDouble()).isCloseTo(991 * 130e-9, within(1e-12));
    assertThat(kws.get("inferencesPerSecond").asDouble()).isCloseTo(7762, within(0.5));
    assertThat(kws.get("tops").asDouble()).isCloseTo(0.6007, within(5e-5));
    assertThat(kws.get("energyJoules").asDouble()).isCloseTo(9.0e-6, withinPercentage(5));
    assertThat(kws.get("publishedTopsPerWatt").asDouble()).isEqualTo(8.58);
    JsonNode components = kws.get("components");
    assertThat(components.fieldNames()).toIterable().containsExactly("dac", "adc");
    assertThat(components.get("dac").asDouble() + components.get("adc").asDouble())
        .isCloseTo(kws.get("energyJoules").asDouble(), within(1e-15));
  }

  @Test
  void layersAddUpToTheWhole() throws IOException {
    JsonNode vww = json("--model", "vww", "--bits", "4", "--layers", "--json").get(0);
    double joules = 0;
    double utilization = 0;
    long cycles = 0;
    for (JsonNode layer : vww.get("layers")) {
      joules += layer.get("energyJoules").asDouble();
      utilization += layer.get("utilization").asDouble();
      cycles += layer.get("cycles").asLong();
    }
    assertThat(joules).isCloseTo(vww.get("energyJoules").asDouble(), within(1e-15));
    assertThat(utilization).isCloseTo(vww.get("utilization").asDouble(), within(1e-9));
    assertThat(cycles).isEqualTo(7232);
  }

  @Test
  void tablesShowBothPublicationsWithTheDifference() {
    assertThat(lines())
        .containsSubsequence(
            "accelerator only: without microphone, MFCC, host",
            "network  bits  weights  array use  cycles   latency  inferences/s   TOPS",
            "kws         8  300,720    57.36 %     991  128.8 us         7,762  0.601",
            "vww         4  353,764    67.48 %   7,232   72.3 us        13,827  0.984",
            "network  bits  DAC uJ  ADC uJ  total uJ  TOPS/W  arXiv    diff  IEEE Micro    diff",
            "kws         8   6.997   1.886     8.882    8.71   8.58  +1.5 %        8.55  +1.9 %",
            "kws         6   1.830   0.985     2.815   27.49      -       -       26.55  +3.5 %",
            "vww         4   0.907   1.982     2.889   24.64  25.69  -4.1 %       25.20  -2.2 %");
  }

  @Test
  void standingOfEveryFigureIsSaid() {
    assertThat(lines())
        .anySatisfy(line -> assertThat(line).startsWith("accelerator:").endsWith("reconstructed"))
        .anySatisfy(line -> assertThat(line).startsWith("kws:").endsWith("reconstructed"))
        .anySatisfy(line -> assertThat(line).startsWith("vww:").endsWith("reconstructed"))
        .anySatisfy(line -> assertThat(line).startsWith("Energy").contains("fitted"))
        .anySatisfy(line -> assertThat(line).contains("calibration, not validation"));
  }

  @Test
  void batteryLastsAsLongAsTheHopAllows() {
    assertThat(lines("--model", "kws", "--bits", "8"))
        .anySatisfy(line -> assertThat(line).contains("every 100ms", "no self-discharge"))
        .contains("kws         8        88.8 uW                 317 days               5,066 days");
    assertThat(lines("--model", "kws", "--bits", "8", "--hop", "1s"))
        .contains("kws         8         8.9 uW               3,166 days              50,663 days");
    assertThat(lines("--model", "kws", "--bits", "8", "--hop", "100us"))
        .contains("kws         8       too slow                        -                        -");
  }

  @Test
  void layersAreShownWithTheirJoulesAtEveryWidth() {
    assertThat(lines("--model", "kws", "--layers"))
        .contains(
            "kws layer by layer",
            "layer  rows  columns  array use  positions  cycles"
                + "  nJ at 8 bit  nJ at 6 bit  nJ at 4 bit",
            "conv2  1008       84    16.15 %        125     125"
                + "      2,282.5        656.6        250.1");
  }

  @Test
  void modelFileStandsBesideThePublishedFigureOfItsArchitecture() throws IOException {
    Path file = folder.resolve("own.onnx");
    List<String> labels = AnalogNets.KWS_LABELS.subList(0, 10);
    OnnxModelFile.write(file, RandomModels.kws(labels, 1));
    JsonNode cost = json("--model", file.toString(), "--bits", "6", "--json").get(0);
    assertThat(cost.get("model").asText()).isEqualTo("kws");
    assertThat(cost.get("weights").asLong()).isEqualTo(300_552);
    assertThat(cost.get("publishedTopsPerWatt").asDouble()).isEqualTo(26.55);
    assertThat(lines("--model", file.toString(), "kws"))
        .anySatisfy(line -> assertThat(line).startsWith("own.onnx: network 'kws' with 10 labels"));
  }

  @Test
  void nothingPublishedIsNull() throws IOException {
    JsonNode cost = json("--model", "kws", "--bits", "5", "--json").get(0);
    assertThat(cost.get("publishedTopsPerWatt").isNull()).isTrue();
  }

  @Test
  void whatIfAcceleratorBringsItsWidthsAndNoPublishedFigures() throws IOException {
    Path conf = Files.writeString(folder.resolve("a.conf"), "accelerator { adc-sharing = 16 }");
    JsonNode few = json("--accelerator", conf.toString(), "--json");
    assertThat(few).hasSize(6);
    assertThat(few.get(0).get("cycles").asLong()).isGreaterThan(991);
    assertThat(few).allSatisfy(c -> assertThat(c.get("publishedTopsPerWatt").isNull()).isTrue());
    Files.writeString(conf, "accelerator { bits = [5] }");
    assertThat(json("--accelerator", conf.toString(), "--json"))
        .extracting(cost -> cost.get("bits").asInt())
        .containsExactly(5, 5);
    assertThat(json("--accelerator", conf.toString(), "--bits", "8,4", "--json")).hasSize(4);
  }

  @Test
  void exampleInTheRepositoryWorks() {
    Path example = Path.of("..", "examples", "small-array.conf");
    assertThat(lines("--accelerator", example.toString()))
        .anySatisfy(line -> assertThat(line).contains("1024 rows x 384 columns", "what-if"));
  }

  @Test
  void plotIsAPictureOfEachNetwork() throws IOException {
    Path png = folder.resolve("array.png");
    assertThat(run("--json", "--plot", png.toString()).exitCode()).isZero();
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2480);
  }

  @Test
  void layerThatDoesNotFitIsNamedInOneLine() throws IOException {
    Path conf = Files.writeString(folder.resolve("a.conf"), "accelerator { rows = 512 }");
    CommandLineRunner run = run("--accelerator", conf.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("kws: layer conv2 (1008 rows x 84 columns) does not fit", "512x512");
  }

  @Test
  void plotThatCannotBeWrittenIsOneLineAndNoOutput() {
    CommandLineRunner run = run("--json", "--plot", folder.resolve("no/x.png").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("x.png: can't be written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--bits 13", "--bits ideal", "--hop 0ms", "--hop soon", "--modl kws"})
  void wrongSettingIsOneLineAndExitCodeTwo(String setting) {
    CommandLineRunner run = run(setting.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("energy --help");
  }

  private static List<String> lines(String... options) {
    CommandLineRunner run = run(options);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().toList();
  }

  private static JsonNode json(String... options) throws IOException {
    CommandLineRunner run = run(options);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static CommandLineRunner run(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "energy";
    System.arraycopy(options, 0, args, 1, options.length);
    return CommandLineRunner.run(args);
  }
}
