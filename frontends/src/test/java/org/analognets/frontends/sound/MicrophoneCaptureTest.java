package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.analognets.frontends.sound.testing.VirtualMicrophone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real capture line through javax.sound and ALSA, fed by a virtual microphone. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MicrophoneCaptureTest {
  @TempDir Path directory;

  @BeforeAll
  static void needsTheSoundServer() {
    VirtualMicrophone.assumeInstalled();
  }

  @Test
  void whatIsPlayedIsCapturedSampleForSample() throws Exception {
    float[] played = clip("yes_1b4c9b89_nohash_1.wav");
    Path clip = directory.resolve("clip.wav");
    WavFile.write(clip, amidSilence(played));
    Path recording = directory.resolve("recording.wav");
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Listener listener = new Listener(microphone.environment(), "default", "" + recording)) {
      assertThat(listener.line())
          .startsWith("found default")
          .contains(": any rate, 1-", " channels, 8, 16, ");
      assertThat(listener.line()).isEqualTo("listening");
      microphone.play(clip);
      listener.tell("stop");
      assertThat(listener.line()).isEqualTo("recorded");
      assertThat(listener.exitCode()).isZero();
    }
    float[] captured = WavFile.read(recording);
    int offset = indexOf(captured, Arrays.copyOf(played, Mfcc.FRAME_SAMPLES));
    assertThat(offset).as("where the clip begins").isNotNegative();
    assertThat(Arrays.copyOfRange(captured, offset, offset + played.length))
        .containsExactly(played);
  }

  @Test
  void aLostMicrophoneIsReportedAndCanBeOpenedAgainOnceItIsBack() throws Exception {
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Listener listener = new Listener(microphone.environment(), "0")) {
      assertThat(listener.line()).startsWith("found ");
      assertThat(listener.line()).isEqualTo("listening");
      microphone.unplug();
      assertThat(listener.line())
          .isEqualTo(
              "lost microphone default [default] delivers no more sound; is it still connected?");
      microphone.plugIn();
      listener.tell("again");
      assertThat(listener.line()).isEqualTo("heard 16000");
      assertThat(listener.exitCode()).isZero();
    }
  }

  @Test
  void aMachineWithoutMicrophonesSaysSoInOneLine() throws Exception {
    try (Listener listener = new Listener(Map.of("ALSA_CONFIG_PATH", "/dev/null"), "0")) {
      assertThat(listener.line())
          .isEqualTo("error no microphone found; connect one or use a WAV file instead");
      assertThat(listener.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aWrongNameIsAnsweredWithTheNamesThereAre() throws Exception {
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Listener listener = new Listener(microphone.environment(), "headset")) {
      assertThat(listener.line())
          .startsWith("error no microphone \"headset\"; there are: 0 default [default]");
      assertThat(listener.exitCode()).isEqualTo(1);
    }
  }

  private static float[] clip(String name) throws IOException {
    try (InputStream in = MicrophoneCaptureTest.class.getResourceAsStream("/speech/" + name)) {
      return WavFile.read(in, name);
    }
  }

  /**
   * A sound server may swallow the first few ms of what is played, and the last may still be under
   * way when the listener stops.
   */
  private static float[] amidSilence(float[] clip) {
    float[] padded = new float[2 * clip.length];
    System.arraycopy(clip, 0, padded, clip.length / 2, clip.length);
    return padded;
  }

  private static int indexOf(float[] samples, float[] part) {
    for (int at = 0; at + part.length <= samples.length; at++) {
      if (Arrays.mismatch(samples, at, at + part.length, part, 0, part.length) < 0) {
        return at;
      }
    }
    return -1;
  }

  /** {@link CaptureMain} in a JVM that hears the virtual microphone. */
  private static final class Listener implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    Listener(Map<String, String> environment, String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(CaptureMain.class.getName());
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      process = builder.start();
      lines = process.inputReader(StandardCharsets.UTF_8);
    }

    String line() throws IOException {
      return String.valueOf(lines.readLine());
    }

    void tell(String line) throws IOException {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    }

    int exitCode() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
