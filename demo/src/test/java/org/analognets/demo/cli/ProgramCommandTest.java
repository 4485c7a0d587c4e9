package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.store.ChipFile;
import org.analognets.analog.store.StoredChip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramCommandTest {
  private static final int RATE = 16_000;

  @TempDir private Path folder;
  private Path model;
  private Path chip;
  private Path recording;

  @BeforeEach
  void writeModelAndRecording() throws IOException {
    chip = folder.resolve("chip.bin");
    model = folder.resolve("random.onnx");
    OnnxModelFile.write(model, RandomModels.kws(AnalogNets.KWS_LABELS, 1));
    recording = folder.resolve("hum.wav");
    byte[] samples = new byte[2 * 3 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * i / 50);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
        AudioFileFormat.Type.WAVE,
        recording.toFile());
  }

  @Test
  void saysWhatItProgrammed() {
    CommandLineRunner run = program("--device", "hermes", "--bits", "6", "--seed", "7");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .first()
        .isEqualTo(
            "kws: 300,720 weights on 1,202,880 hermes devices, converters: 6 bit,"
                + " compensation: gdc-adc, seed 7");
    assertThat(run.out()).contains("wrote " + chip);
  }

  @Test
  void aProgrammedChipIsBornNow() throws IOException {
    Instant before = Instant.now();
    assertThat(program().exitCode()).isZero();
    assertThat(ChipFile.read(chip).birth()).isBetween(before, Instant.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--bits 8", "--bits 4 --seed 9", "--device hermes --compensation none"})
  void listeningWithAChipFromAFileIsListeningWithOneProgrammedAlike(String how) throws IOException {
    String[] settings = how.split(" ", -1);
    assertThat(program(settings).exitCode()).isZero();
    CommandLineRunner fromFile = listen("--chip", chip.toString(), "--age", "24h");
    CommandLineRunner inMemory =
        listen(
            Stream.concat(
                    Stream.of("--model", model.toString(), "--age", "24h"), Arrays.stream(settings))
                .toArray(String[]::new));
    assertThat(fromFile.exitCode()).as(fromFile.err()).isZero();
    // Any posterior wakes, so there are events to compare.
    assertThat(fromFile.out().lines().count()).isGreaterThan(1);
    assertThat(fromFile.out()).isEqualTo(inMemory.out());
  }

  @Test
  void ageGoesOnFromBirthByTheWallClock() throws IOException {
    assertThat(program().exitCode()).isZero();
    bearAgain(Instant.now().minus(Duration.ofDays(3)));
    JsonNode wake =
        new ObjectMapper()
            .readTree(listen("--chip", chip.toString()).out().lines().findFirst().orElseThrow());
    assertThat(wake.get("type").asText()).isEqualTo("wake");
    assertThat(wake.get("chipAgeSeconds").asDouble()).isCloseTo(3 * 86_400.0, within(600.0));
  }

  @Test
  void aChipFromTheFutureIsOneLine() throws IOException {
    assertThat(program().exitCode()).isZero();
    bearAgain(Instant.now().plus(Duration.ofDays(3)));
    assertFails(listen("--chip", chip.toString()), 1, "was programmed in the future");
    assertThat(listen("--chip", chip.toString(), "--age", "1h").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--model x.onnx", "--bits 8", "--seed 1", "--device pcm"})
  void whatTheChipBringsCannotBeGivenToo(String setting) {
    Stream<String> all = Stream.concat(Stream.of("--chip", "x"), Stream.of(setting.split(" ", -1)));
    String name = setting.split(" ", -1)[0];
    assertFails(listen(all.toArray(String[]::new)), 2, "--chip brings what " + name + " says");
  }

  @Test
  void damagedChipIsOneLineThatNamesIt() throws IOException {
    assertThat(program().exitCode()).isZero();
    byte[] bytes = Files.readAllBytes(chip);
    Files.write(chip, Arrays.copyOf(bytes, bytes.length / 2));
    assertFails(listen("--chip", chip.toString()), 1, "chip.bin: is cut short");
    bytes[bytes.length - 1] ^= 1;
    Files.write(chip, bytes);
    assertFails(listen("--chip", chip.toString()), 1, "chip.bin: is damaged");
    Files.writeString(chip, "no chip");
    assertFails(listen("--chip", chip.toString()), 1, "chip.bin: is no chip file");
  }

  @Test
  void folderThatIsNotThereIsOneLine() {
    chip = folder.resolve("none").resolve("chip.bin");
    assertFails(program(), 1, "chip.bin: can't be written");
  }

  private void bearAgain(Instant birth) throws IOException {
    ChipFile.write(chip, new StoredChip(ChipFile.read(chip).chip(), birth));
  }

  private static void assertFails(CommandLineRunner run, int exitCode, String complaint) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().filter(line -> !line.contains("meters at http://")))
        .singleElement()
        .asString()
        .contains(complaint);
  }

  private CommandLineRunner program(String... options) {
    return run(List.of("program", "--model", model.toString(), "--out", chip.toString()), options);
  }

  private CommandLineRunner listen(String... options) {
    return run(
        List.of(
            "listen",
            "--input",
            recording.toString(),
            "--fast",
            "--json",
            "--http-port",
            "off",
            "--threshold",
            "0.01"),
        options);
  }

  private static CommandLineRunner run(List<String> command, String... options) {
    return CommandLineRunner.run(
        Stream.concat(command.stream(), Arrays.stream(options)).toArray(String[]::new));
  }
}
