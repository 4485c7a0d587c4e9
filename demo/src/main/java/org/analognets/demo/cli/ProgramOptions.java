package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.model.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a chip is programmed: network, converters, devices, compensation, seed. */
final class ProgramOptions {
  /** Everything that is decided once a chip is programmed. */
  static final Set<String> NAMES =
      Set.of("--model", "--bits", "--seed", "--device", "--compensation");

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description = "The network, as 'analognets train' writes it. Default: the bundled one.")
  private @Nullable Path model;

  @Option(
      names = "--bits",
      paramLabel = "8|6|4|ideal",
      defaultValue = "8",
      converter = Converters.ToConverter.class,
      description = "Width of the chip's converters. Default: ${DEFAULT-VALUE}")
  private Converter converter;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the chip's devices and noise. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--device",
      paramLabel = "pcm|hermes|ideal",
      defaultValue = "pcm",
      converter = Converters.ToDeviceModel.class,
      description = "What the array is made of. Default: ${DEFAULT-VALUE}")
  private DeviceModel device;

  @Option(
      names = "--compensation",
      paramLabel = "none|gdc|gdc-dac|gdc-adc|column",
      converter = Converters.ToCompensation.class,
      description =
          "What is done about drift. Default: gdc at 8 bit and ideal, gdc-adc at 6 and 4 bit")
  private @Nullable DriftCompensation compensation;

  /** Programs the chip. */
  Chip program() throws IOException {
    return accelerator().program(network(converter), seed);
  }

  /** The network for converters of a width. */
  Model network(Converter width) throws IOException {
    return Models.readOrBundled(model, width);
  }

  private AonCim accelerator() {
    return AonCim.defaults()
        .withConverter(converter)
        .withDeviceModel(device)
        .withCompensation(
            compensation == null ? DriftCompensation.bestAt(converter) : compensation);
  }
}
