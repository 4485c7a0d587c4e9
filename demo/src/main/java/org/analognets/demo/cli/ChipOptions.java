package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.analognets.analog.store.ChipFile;
import org.analognets.analog.store.StoredChip;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.text.Age;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which chip senses, and how old it is: one programmed now, or one from a file. */
final class ChipOptions {
  private static final double YOUNGEST_SECONDS = 25;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private ProgramOptions program;

  @Option(
      names = "--chip",
      paramLabel = "FILE",
      description =
          "A chip that 'analognets program' wrote, instead of one programmed now; it brings its"
              + " network, bits, device, compensation and seed.")
  private @Nullable Path file;

  @Option(
      names = "--age",
      paramLabel = "AGE",
      converter = Converters.ToAge.class,
      description = {
        "Time since the chip was programmed when it begins to listen or watch, e.g. 25s, 1h, 24h, 30d, 1y;"
            + " it goes on by the clock, or by the time of a recording. Default: 25s, or the true"
            + " age of a chip from a file"
      })
  private @Nullable Age age;

  /** Refuses what would contradict a chip from a file. */
  void check() {
    if (file == null) {
      return;
    }
    for (String name : ProgramOptions.NAMES) {
      if (command.commandLine().getParseResult().hasMatchedOption(name)) {
        throw new ParameterException(
            command.commandLine(), "--chip brings what " + name + " says; leave out one of them");
      }
    }
  }

  /**
   * Programs the chip with a network of this kind, or reads it.
   *
   * @throws IllegalArgumentException one line, when a file holds another network
   */
  AgedChip chip(NetworkName network) throws IOException {
    if (file == null) {
      return new AgedChip(program.program(network), age == null ? YOUNGEST_SECONDS : age.seconds());
    }
    StoredChip stored = ChipFile.read(file);
    network.require(stored.chip().model().network(), "chip " + file);
    return new AgedChip(stored.chip(), age == null ? ageSeconds(stored) : age.seconds());
  }

  private double ageSeconds(StoredChip stored) throws IOException {
    double seconds = stored.ageSeconds(Instant.now());
    if (seconds < 0) {
      throw new IOException(
          "chip "
              + file
              + ": was programmed in the future, at "
              + stored.birth()
              + "; set this machine's clock, or give --age");
    }
    return seconds;
  }
}
