package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {

  static java.util.Set<String> commands() {
    return AnalogNetsCommand.commandLine().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelpsWithExamples(String command) {
    CommandLineRunner help = CommandLineRunner.run(command, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: analognets " + command, "Examples:");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void rootHelpNamesEveryCommandAndTheExitCodes() {
    CommandLineRunner help = CommandLineRunner.run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains(commands()).contains("Exit codes:");
  }

  @Test
  void versionIsTheBuildsVersion() {
    CommandLineRunner version = CommandLineRunner.run("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("(?s)AnalogNets Live \\d+\\.\\d+\\.\\d+.*\\RJava .*\\R");
  }

  @ParameterizedTest
  @CsvSource({
    "features x.wav --jsn, did you mean --json?",
    "featurs, did you mean features?",
    "features, Missing required parameter",
    "features x.wav --json --csv, mutually exclusive",
    "'', no command given"
  })
  void wrongCommandLineIsOneLineAndExitCodeTwo(String line, String complaint) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
    CommandLineRunner wrong = CommandLineRunner.run(args);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err().lines()).singleElement().asString().contains(complaint, "--help");
  }
}
