package org.analognets.demo.cli;

import java.util.Set;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.model.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a chip is programmed, whatever network: converters, devices, compensation, seed. */
final class AcceleratorOptions {
  static final Set<String> NAMES = Set.of("--bits", "--seed", "--device", "--compensation");

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

  /** Width of the converters, which decides on the bundled network. */
  Converter converter() {
    return converter;
  }

  /** Programs a chip. */
  Chip program(Model model) {
    return AonCim.defaults()
        .withConverter(converter)
        .withDeviceModel(device)
        .withCompensation(compensation == null ? DriftCompensation.bestAt(converter) : compensation)
        .program(model, seed);
  }
}
