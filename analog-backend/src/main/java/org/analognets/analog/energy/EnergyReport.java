package org.analognets.analog.energy;

/**
 * What one inference cost the accelerator: joules by component, chip time and operations.
 *
 * <p>Accelerator only: microphone, MFCC and host are not in it. The energy model is fitted to
 * published efficiency figures (see {@link EnergyModel}); digital and SRAM energy lie inside the
 * two components, which are disjoint, so that their sum is the total.
 *
 * @param dacJoules joules of the row converters (DAC)
 * @param adcJoules joules of the column converters (ADC)
 * @param latencySeconds modelled chip time of the inference, not host time
 * @param operations multiplications and additions, two for each multiply-accumulate
 */
public record EnergyReport(
    double dacJoules, double adcJoules, double latencySeconds, long operations) {

  /** Joules of all components together. */
  public double totalJoules() {
    return dacJoules + adcJoules;
  }

  /** Operations per joule, in units of 10^12: the efficiency usually quoted as TOPS/W. */
  public double topsPerWatt() {
    return operations / totalJoules() * 1e-12;
  }

  /** The sum of two reports, for layers of a network or inferences of a stream. */
  public EnergyReport plus(EnergyReport other) {
    return new EnergyReport(
        dacJoules + other.dacJoules,
        adcJoules + other.adcJoules,
        latencySeconds + other.latencySeconds,
        operations + other.operations);
  }
}
