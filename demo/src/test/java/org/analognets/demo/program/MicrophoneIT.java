package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.analognets.demo.bundled.Bundled;
import org.analognets.demo.program.Program.Finished;
import org.analognets.frontends.sound.testing.VirtualMicrophone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program at a microphone, without a sound card. */
class MicrophoneIT {
  @TempDir private Path folder;

  @BeforeAll
  static void needSoundServerWhereverCiRuns() {
    VirtualMicrophone.assumeInstalled();
  }

  @Test
  void keywordSpokenAtTheMicrophoneWakes() throws Exception {
    Path recording = folder.resolve("keywords.wav");
    try (var in = Objects.requireNonNull(Bundled.class.getResourceAsStream("keywords.wav"))) {
      Files.copy(in, recording);
    }
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Program program =
            Program.start(
                microphone.environment(), "listen", "--json", "--once", "--http-port", "0")) {
      microphone.play(recording);
      Finished ended = program.finish();
      assertThat(ended.exitCode()).as("%s", ended.err()).isZero();
      assertThat(ended.err()).noneMatch(line -> line.contains("no microphone"));
      assertThat(ended.out()).hasSize(2);
      var wake = new ObjectMapper().readTree(ended.out().get(0));
      assertThat(wake.get("type").asText()).isEqualTo("wake");
      assertThat(wake.get("label").asText()).isIn(KeywordClips.WORDS);
      assertThat(wake.get("chipAgeSeconds").asDouble()).isGreaterThanOrEqualTo(25);
    }
  }

  @Test
  void devicesNameTheMicrophone() throws Exception {
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Program program = Program.start(microphone.environment(), "devices")) {
      Finished devices = program.finish();
      assertThat(devices.exitCode()).isZero();
      assertThat(devices.out()).isNotEmpty();
      assertThat(devices.out().get(0)).startsWith("mic:0 ").contains("default");
    }
  }
}
