package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.store.ChipFile;
import org.analognets.analog.store.StoredChip;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Programs a chip and keeps it. */
@Command(
    name = "program",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Program a chip once and keep it in a file: its devices, seed, settings and network.",
      "'analognets listen --chip FILE' listens with it, 'analognets watch --chip FILE' watches with"
          + " one of vww; it ages from now on by the wall clock."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets program --out chip.bin",
      "  analognets program --bits 6 --device hermes --seed 7 --out hermes.bin",
      "  analognets listen --chip chip.bin",
      "  analognets program vww --out eye.bin     for 'analognets watch --chip eye.bin'"
    })
final class ProgramCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "kws|vww",
      defaultValue = "kws",
      converter = Converters.ToNetwork.class,
      description = "Which network: keywords or persons. Default: ${DEFAULT-VALUE}")
  private NetworkName network;

  @Mixin private ProgramOptions program;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Chip chip = program.program(network);
    Instant birth = Instant.now();
    ChipFile.write(file, new StoredChip(chip, birth));
    print(chip, birth);
    return ExitCode.OK;
  }

  private void print(Chip chip, Instant birth) {
    long weights = chip.model().network().weightCount();
    DeviceModel device = chip.settings().deviceModel();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: %,d weights on %,d %s devices, converters: %s, compensation: %s, seed %d%n",
        chip.model().network().name(),
        weights,
        2L * device.devicesPerPolarity() * weights,
        device.name(),
        bits(chip),
        chip.settings().compensation().label(),
        chip.seed());
    out.printf("wrote %s, programmed at %s%n", file, birth);
    out.flush();
  }

  private static String bits(Chip chip) {
    String label = chip.settings().converter().label();
    return chip.settings().converter().isIdeal() ? label : label + " bit";
  }
}
