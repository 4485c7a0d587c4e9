package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.analognets.frontends.sound.WavFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Path silence = folder.resolve("silence.wav");
    WavFile.write(silence, new float[20_000]);
    byte[] bytes = Files.readAllBytes(silence);
    Files.write(folder.resolve("cut.wav"), Arrays.copyOf(bytes, 30));
    Files.write(folder.resolve("empty.wav"), new byte[0]);
    Files.writeString(folder.resolve("text.wav"), "this is no sound at all");
    Files.createDirectory(folder.resolve("folder.wav"));
  }

  @Test
  void silenceGivesASummaryWithoutWakeEvents() {
    CommandLineRunner run = listen("silence.wav", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"type\":\"summary\",\"model\":\"kws\"")
        .contains("\"wakeEvents\":0", "\"audioSeconds\":1.25}");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.wav", "empty.wav", "text.wav", "cut.wav", "folder.wav"})
  void badInputIsOneLineThatNamesItAndExitCodeOne(String name) {
    CommandLineRunner run = listen(name, "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.onnx", "text.wav", "empty.wav", "folder.wav"})
  void badModelIsOneLineThatNamesItAndExitCodeOne(String name) {
    CommandLineRunner run =
        listen("silence.wav", "--json", "--model", folder.resolve(name).toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--bits 5",
        "--age soon",
        "--threshold 2",
        "--threshold high",
        "--http-port x",
        "--http-port 70000",
        "--seed one",
        "--fats",
        "extra"
      })
  void wrongSettingIsOneLineAndExitCodeTwo(String setting) {
    CommandLineRunner run = listen("silence.wav", setting.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("listen --help");
  }

  @Test
  void portInUseIsOneLineThatNamesItAndExitCodeOne() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();
      CommandLineRunner run =
          CommandLineRunner.run(
              "listen", "--input", folder.resolve("silence.wav").toString(), "--http-port", port);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).singleElement().asString().contains(port, "--http-port");
    }
  }

  private CommandLineRunner listen(String name, String... options) {
    Stream<String> common =
        Stream.of(
            "listen", "--input", folder.resolve(name).toString(), "--fast", "--http-port", "off");
    return CommandLineRunner.run(Stream.concat(common, Stream.of(options)).toArray(String[]::new));
  }
}
