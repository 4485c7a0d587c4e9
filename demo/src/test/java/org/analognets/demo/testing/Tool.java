package org.analognets.demo.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests use beside Java. */
public final class Tool {

  private Tool() {}

  /**
   * What a run said, on standard output and standard error together.
   *
   * @param exitCode 0 if it found nothing wrong
   */
  public record Outcome(int exitCode, String said) {}

  /** Where a program is. */
  public static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Skips a test where the program is missing, but never where CI runs. */
  public static void assumeInstalled(String program, String debianPackage) {
    Assumptions.assumeTrue(
        find(program).isPresent() || System.getenv("CI") != null,
        "needs " + program + " of Debian's package " + debianPackage);
  }

  /** Runs a program in a folder, to its end. */
  public static Outcome run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }
}
