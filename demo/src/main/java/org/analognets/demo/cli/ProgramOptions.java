package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.analognets.analog.chip.Chip;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a chip is programmed: network, and the accelerator's settings. */
final class ProgramOptions {
  /** Everything that is decided once a chip is programmed. */
  static final Set<String> NAMES =
      Stream.concat(Stream.of("--model"), AcceleratorOptions.NAMES.stream())
          .collect(Collectors.toUnmodifiableSet());

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description = "The network, as 'analognets train' writes it. Default: the bundled one.")
  private @Nullable Path model;

  @Mixin private AcceleratorOptions accelerator;

  /** Programs the chip with a network of this kind. */
  Chip program(NetworkName network) throws IOException {
    return accelerator.program(Models.readOrBundled(network, model, accelerator.converter()));
  }
}
