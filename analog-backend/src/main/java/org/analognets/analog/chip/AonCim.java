package org.analognets.analog.chip;

import java.util.List;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.PcmModel;
import org.analognets.analog.device.ProgrammedPairs;
import org.analognets.analog.energy.EnergyModel;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.Network;

/**
 * Settings of an AON-CiM accelerator: one crossbar, its converters and devices, a layer-serial
 * schedule.
 *
 * <p>Standing: <b>reconstructed</b> from AnalogNets (arXiv 2111.06503) and checked against its
 * published rates: 1024 rows with a DAC each, 512 columns, four of which share an ADC.
 *
 * @param rows inputs of the array
 * @param columns outputs of the array
 * @param adcSharing columns that take turns on one ADC
 * @param converter width of DACs and ADCs
 * @param deviceModel what the cells are made of
 * @param energyModel joules of conversions
 * @param compensation what is done about drift
 */
public record AonCim(
    int rows,
    int columns,
    int adcSharing,
    Converter converter,
    DeviceModel deviceModel,
    EnergyModel energyModel,
    DriftCompensation compensation) {
  private static final int WIDTH_OF_IDEAL = 8;

  public AonCim {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "array: rows and columns must be 1 or more, were " + rows + "x" + columns);
    }
    if (adcSharing < 1 || adcSharing > columns) {
      throw new IllegalArgumentException(
          "array: ADC sharing must be 1.." + columns + ", was " + adcSharing);
    }
  }

  /** The published accelerator at 8 bit with phase-change memory. */
  public static AonCim defaults() {
    return new AonCim(
        1024,
        512,
        4,
        Converter.bits(8),
        new PcmModel(),
        EnergyModel.fitted(),
        DriftCompensation.GDC);
  }

  /** Another array of cells. */
  public AonCim withArray(int newRows, int newColumns, int newAdcSharing) {
    return new AonCim(
        newRows, newColumns, newAdcSharing, converter, deviceModel, energyModel, compensation);
  }

  /** Another width of the converters. */
  public AonCim withConverter(Converter newConverter) {
    return new AonCim(
        rows, columns, adcSharing, newConverter, deviceModel, energyModel, compensation);
  }

  /** Other cells. */
  public AonCim withDeviceModel(DeviceModel newModel) {
    return new AonCim(rows, columns, adcSharing, converter, newModel, energyModel, compensation);
  }

  /** Another answer to drift. */
  public AonCim withCompensation(DriftCompensation newCompensation) {
    return new AonCim(
        rows, columns, adcSharing, converter, deviceModel, energyModel, newCompensation);
  }

  /** Column converters on the chip; the last one may serve fewer columns. */
  public int adcs() {
    return (columns + adcSharing - 1) / adcSharing;
  }

  /**
   * T_CiM, one ADC cycle: {@code 2^(b-1) + 2} ns, that is 130, 34 and 10 ns at 8, 6 and 4 bit.
   * Ideal converters, which nobody can build, are counted as 8 bit.
   */
  public double cycleSeconds() {
    int bits = converter.isIdeal() ? WIDTH_OF_IDEAL : converter.bits();
    return ((1 << (bits - 1)) + 2) * 1e-9;
  }

  /** The schedule of a network on this chip. */
  public Schedule schedule(Network network) {
    return Schedule.of(network, this);
  }

  /**
   * Places a network and programs its devices.
   *
   * @param seed decides every draw of this chip: devices, drift, read noise
   * @throws IllegalArgumentException naming the layer that does not fit
   */
  public Chip program(Model model, long seed) {
    return new Chip(this, model, seed, Kernels.best());
  }

  /**
   * A chip that was programmed before, as it was.
   *
   * @param seed that it was programmed with; it goes on deciding read noise
   * @param devices of each layer on the array, in order
   */
  public Chip restore(Model model, long seed, List<ProgrammedPairs> devices) {
    return new Chip(this, model, seed, devices, Kernels.best());
  }
}
