package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
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
    return accelerator.program(network(network, accelerator.converter()));
  }

  /** The network of this kind for converters of a width. */
  Model network(NetworkName network, Converter width) throws IOException {
    return Models.readOrBundled(network, model, width);
  }
}
