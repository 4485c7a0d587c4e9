package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.analognets.demo.SpeechFixture;
import org.analognets.frontends.sound.WavFile;
import org.analognets.training.stream.LabelFile;
import org.analognets.training.stream.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compose a labelled recording, then score the listener over it. */
class StreamCommandsTest {
  @TempDir private Path folder;

  @Test
  void composedRecordingIsHeardAndScored() throws IOException {
    CommandLineRunner composed = compose("--clips", "16");
    assertThat(composed.exitCode()).as(composed.err()).isZero();
    assertThat(composed.out()).contains("16 words");
    assertThat(LabelFile.read(folder.resolve("x.txt"))).hasSize(16);
    CommandLineRunner run = evaluate("--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("model").asText()).isEqualTo("kws");
    assertThat(json.get("keywords").asInt()).isBetween(8, 16);
    assertThat(json.get("hits").asInt() + json.get("misses").asInt())
        .isEqualTo(json.get("keywords").asInt());
    assertThat(json.get("falseRejectRate").asDouble()).isLessThan(0.5);
    assertThat(json.get("medianLatencySeconds").asDouble()).isBetween(-1.0, 1.5);
    assertThat(json.get("energyJoulesPerHour").asDouble()).isBetween(0.2, 0.5);
    assertThat(json.get("curve")).hasSize(18);
    assertThat(detections(json.get("curve").get(17)))
        .as("a high threshold fires less often")
        .isLessThanOrEqualTo(detections(json.get("curve").get(0)));
    assertThat(evaluate("--json").out()).as("the same seed").isEqualTo(run.out());
  }

  private static int detections(JsonNode point) {
    return point.get("hits").asInt() + point.get("falseAccepts").asInt();
  }

  @Test
  void sameSeedComposesTheSameRecording() throws IOException {
    compose("--words", "yes,cat", "--seed", "3");
    byte[] first = Files.readAllBytes(folder.resolve("x.wav"));
    compose("--words", "yes,cat", "--seed", "3");
    assertThat(folder.resolve("x.wav")).hasBinaryContent(first);
    compose("--words", "yes,cat", "--seed", "4");
    assertThat(Files.readAllBytes(folder.resolve("x.wav"))).isNotEqualTo(first);
    assertThat(LabelFile.read(folder.resolve("x.txt")))
        .extracting(Utterance::word)
        .containsOnly("yes", "cat");
  }

  @Test
  void wordThatIsNotThereIsOneLineThatListsTheOthers() {
    CommandLineRunner run = compose("--words", "yes,hello");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("'hello'", "bed, cat, down");
  }

  @Test
  void recordingWithoutKeywordsHasNoRateAndNoLatency() throws IOException {
    WavFile.write(folder.resolve("x.wav"), new float[48_000]);
    Files.writeString(folder.resolve("x.txt"), "0.5 1.0 marvin\n");
    CommandLineRunner run = evaluate();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("0 keywords", "false reject rate -", "accelerator only")
        .doesNotContain("NaN");
  }

  @Test
  void labelsOfALongerRecordingAreRefused() throws IOException {
    WavFile.write(folder.resolve("x.wav"), new float[16_000]);
    Files.writeString(folder.resolve("x.txt"), "0.2 0.8 go\n61.0 61.6 yes\n");
    CommandLineRunner run = evaluate();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("x.txt", "'yes' ends at 61.600 s", "same recording?");
  }

  @ParameterizedTest
  @CsvSource({
    "--hop, 30, multiple of 20 ms",
    "--hop, 0, multiple of 20 ms",
    "--hop, 400, minimum count",
    "--threshold, 1.5, threshold must be in",
    "--threshold, 0, threshold must be in",
    "--bits, 5, none of 8",
    "--device, silicon, choose pcm",
    "--compensation, magic, choose none"
  })
  void wrongSettingOfTheListenerIsOneLineAndExitCodeTwo(
      String option, String value, String complaint) {
    CommandLineRunner run = evaluate(option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "--clips, -1, --clips must be",
    "--snr, NaN, --snr must be",
    "--pause, -1, --pause must be",
    "--split, most, none of training"
  })
  void wrongSettingOfTheComposerIsOneLineAndExitCodeTwo(
      String option, String value, String complaint) {
    CommandLineRunner run = compose(option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains(complaint);
  }

  @ParameterizedTest
  @CsvSource({"no/x.wav, x.txt, no/x.wav", "x.wav, no/x.txt, no/x.txt"})
  void outputThatCannotBeWrittenIsToldBeforeTheWork(String wav, String txt, String named) {
    CommandLineRunner run = composeTo(wav, txt);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains(named, "can't be written");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void recordingAndLabelsInOneFileAreRefused() {
    CommandLineRunner run = composeTo("x", "x");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("different files");
  }

  private CommandLineRunner composeTo(String wav, String txt) {
    return CommandLineRunner.run(
        "compose",
        "--data",
        SpeechFixture.folder().toString(),
        "--out",
        folder.resolve(wav).toString(),
        "--labels",
        folder.resolve(txt).toString());
  }

  private CommandLineRunner compose(String... options) {
    return run("compose", "--data", SpeechFixture.folder().toString(), "--out", options);
  }

  private CommandLineRunner evaluate(String... options) {
    return run("evaluate-stream", "--seed", "1", "--input", options);
  }

  private CommandLineRunner run(
      String command, String option, String value, String wavOption, String... options) {
    String[] all = new String[options.length + 7];
    String wav = folder.resolve("x.wav").toString();
    String txt = folder.resolve("x.txt").toString();
    String[] common = {command, option, value, wavOption, wav, "--labels", txt};
    System.arraycopy(common, 0, all, 0, common.length);
    System.arraycopy(options, 0, all, common.length, options.length);
    return CommandLineRunner.run(all);
  }
}
