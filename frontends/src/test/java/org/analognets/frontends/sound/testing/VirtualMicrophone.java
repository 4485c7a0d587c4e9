package org.analognets.frontends.sound.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A microphone without hardware: a PulseAudio server of its own, in a temporary directory, whose
 * default source hears what is played into a sink. It runs at 16 kHz mono 16 bit, so a WAV file of
 * that format is captured bit for bit.
 *
 * <p>The JVM reads the ALSA settings from its environment, so whatever captures must be a child
 * process with {@link #environment()}. Needs the programs pulseaudio, pactl, paplay and parec, and
 * ALSA's plugin for PulseAudio (Debian: libasound2-plugins, pulseaudio, pulseaudio-utils).
 *
 * <pre>{@code
 * VirtualMicrophone.assumeInstalled();
 * try (VirtualMicrophone microphone = VirtualMicrophone.start()) {
 *   ProcessBuilder listener = new ProcessBuilder(...);
 *   listener.environment().putAll(microphone.environment());
 *   ...
 *   microphone.play(wavFile);
 * }
 * }</pre>
 */
public final class VirtualMicrophone implements AutoCloseable {
  private static final List<String> PROGRAMS = List.of("pulseaudio", "pactl", "paplay", "parec");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SINK = "vmic";

  private final Path directory;
  private final List<Process> running = new ArrayList<>();

  private VirtualMicrophone(Path directory) {
    this.directory = directory;
  }

  /**
   * Skips the running test where the programs are missing, but only where the environment variable
   * CI is not set: a build server must have them, so there it fails.
   */
  public static void assumeInstalled() {
    List<String> missing = PROGRAMS.stream().filter(program -> !onPath(program)).toList();
    if (!missing.isEmpty()) {
      String message = "a virtual microphone needs " + String.join(", ", missing);
      Assertions.assertNull(System.getenv("CI"), message);
      Assumptions.abort(message);
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Starts the server and waits until it can be listened to. */
  public static VirtualMicrophone start() throws IOException {
    // Short: the path of a Unix socket has room for about 100 characters.
    Path directory = Files.createTempDirectory("vmic");
    VirtualMicrophone microphone = new VirtualMicrophone(directory);
    try {
      microphone.writeSettings();
      microphone.plugIn();
      return microphone;
    } catch (IOException | RuntimeException e) {
      microphone.close();
      throw e;
    }
  }

  private void writeSettings() throws IOException {
    Files.writeString(
        directory.resolve("pa.conf"),
        """
        load-module module-native-protocol-unix auth-anonymous=1 socket=%1$s
        load-module module-null-sink sink_name=%2$s rate=16000 channels=1 format=s16le
        set-default-sink %2$s
        set-default-source %2$s.monitor
        """
            .formatted(socket(), SINK));
    Files.writeString(
        directory.resolve("alsa.conf"),
        """
        </usr/share/alsa/alsa.conf>
        pcm.!default { type pulse server "unix:%1$s" }
        ctl.!default { type pulse server "unix:%1$s" }
        """
            .formatted(socket()));
  }

  /** The environment in which a process hears this microphone as its default one. */
  public Map<String, String> environment() {
    return Map.of(
        "ALSA_CONFIG_PATH", directory.resolve("alsa.conf").toString(),
        "PULSE_SERVER", "unix:" + socket(),
        "HOME", directory.toString(),
        "XDG_RUNTIME_DIR", directory.toString());
  }

  /**
   * Plays a WAV file into the microphone and returns when it has been played. The first 20 ms may
   * be lost, and a listener may hear the last 100 ms a little later: a file that is to be heard
   * whole begins and ends with silence.
   */
  public void play(Path wav) throws IOException {
    run("paplay", "--device=" + SINK, "--latency-msec=300", wav.toString());
  }

  /** Takes the microphone away, as if its plug were pulled; {@link #plugIn()} brings it back. */
  public void unplug() throws IOException {
    running.forEach(Process::destroyForcibly);
    for (Process process : running) {
      await("the server to end", () -> !process.isAlive());
    }
    running.clear();
    Files.deleteIfExists(socket());
  }

  /** Brings the microphone back after {@link #unplug()}. */
  public void plugIn() throws IOException {
    launch(
        "pulseaudio",
        "-n",
        "--file=" + directory.resolve("pa.conf"),
        "--daemonize=no",
        "--exit-idle-time=-1",
        "--use-pid-file=no",
        "--disallow-exit");
    await("the server to answer", () -> Files.exists(socket()) && succeeds("pactl", "info"));
    // One listener that wants sound quickly makes the sink deliver it quickly to all of them.
    launch("parec", "--device=" + SINK + ".monitor", "--latency-msec=20");
  }

  @Override
  public void close() throws IOException {
    unplug();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(VirtualMicrophone::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path socket() {
    return directory.resolve("pa.sock");
  }

  private void launch(String... command) throws IOException {
    running.add(builder(command).start());
  }

  private void run(String... command) throws IOException {
    Process process = builder(command).start();
    await(command[0] + " to end", () -> !process.isAlive());
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + log());
    }
  }

  private boolean succeeds(String... command) throws IOException {
    Process process = builder(command).start();
    await(command[0] + " to end", () -> !process.isAlive());
    return process.exitValue() == 0;
  }

  private ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
    return builder;
  }

  private String log() throws IOException {
    Path log = directory.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(String what, Condition condition) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException("waited in vain for " + what + ": " + log());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for " + what, e);
      }
    }
  }
}
