package org.analognets.demo.live;

import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;

/**
 * What a user chooses of a chip while it runs.
 *
 * @param converter width of its converters
 * @param device what its array is made of
 * @param compensation what is done about drift
 * @param seed decides its devices and noise
 */
public record ChipChoice(
    Converter converter, DeviceModel device, DriftCompensation compensation, long seed) {

  /** What a chip was programmed with. */
  public static ChipChoice of(Chip chip) {
    AonCim settings = chip.settings();
    return new ChipChoice(
        settings.converter(), settings.deviceModel(), settings.compensation(), chip.seed());
  }

  /** Another width; compensation, if there is any, becomes what is best there. */
  public ChipChoice withConverter(Converter newConverter) {
    return new ChipChoice(newConverter, device, compensation, seed)
        .withCompensation(compensation != DriftCompensation.NONE);
  }

  /** Other devices. */
  public ChipChoice withDevice(DeviceModel newDevice) {
    return new ChipChoice(converter, newDevice, compensation, seed);
  }

  /** The compensation that is best at this width, or none. */
  public ChipChoice withCompensation(boolean on) {
    DriftCompensation chosen = on ? DriftCompensation.bestAt(converter) : DriftCompensation.NONE;
    return new ChipChoice(converter, device, chosen, seed);
  }

  /** Other devices of the same kind. */
  public ChipChoice withSeed(long newSeed) {
    return new ChipChoice(converter, device, compensation, newSeed);
  }

  /** An accelerator with this choice. */
  AonCim applyTo(AonCim accelerator) {
    return accelerator
        .withConverter(converter)
        .withDeviceModel(device)
        .withCompensation(compensation);
  }
}
