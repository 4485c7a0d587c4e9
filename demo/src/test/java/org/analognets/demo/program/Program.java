package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A run of the launcher in a process of its own. */
final class Program implements AutoCloseable {
  static final Path LAUNCHER = Path.of("..", "analognets").toAbsolutePath().normalize();

  /** A build started in the background ignores Ctrl-C and passes that on; this takes it back. */
  private static final List<String> RECEPTIVE =
      System.getProperty("os.name").equals("Linux")
          ? List.of("env", "--default-signal=INT")
          : List.of();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final CompletableFuture<List<String>> err;
  private final BufferedReader out;
  private final List<String> outLines = new ArrayList<>();

  private Program(Process process) {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
    err = CompletableFuture.supplyAsync(() -> lines(process.errorReader(StandardCharsets.UTF_8)));
  }

  /** What a run that is over left behind. */
  record Finished(int exitCode, List<String> out, List<String> err) {}

  /** Starts the launcher with arguments. */
  static Program start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** Starts the launcher with further environment variables. */
  static Program start(Map<String, String> environment, String... arguments) throws IOException {
    return start(LAUNCHER, environment, arguments);
  }

  /** Starts a launcher that lies elsewhere. */
  static Program start(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(RECEPTIVE);
    command.addAll(List.of("bash", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
    builder.environment().putAll(environment);
    return new Program(builder.start());
  }

  /** Runs the launcher to its end. */
  static Finished run(String... arguments) throws IOException {
    try (Program program = start(arguments)) {
      return program.finish();
    }
  }

  /** Waits for a line on standard output. */
  String awaitOut(Predicate<String> wanted) throws IOException {
    String line;
    while ((line = out.readLine()) != null) {
      outLines.add(line);
      if (wanted.test(line)) {
        return line;
      }
    }
    throw new AssertionError("ended without the line: " + outLines + " " + err.join());
  }

  /** Sends a signal, e.g. {@code INT} for Ctrl-C. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Waits for the end. */
  Finished finish() throws IOException {
    outLines.addAll(lines(out));
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return new Finished(process.exitValue(), List.copyOf(outLines), err.join());
  }

  private static List<String> lines(BufferedReader reader) {
    try (reader) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
