package org.analognets.analog.energy;

/**
 * Joules of one layer on the accelerator, as a linear model of active rows and converted columns.
 *
 * <p>{@code E(layer) = positions * (ceil(columns / adcs) * rows * e_DAC + columns * e_ADC)} with
 * {@code e_DAC = dacWatts * T_CiM} and {@code e_ADC = adcFixedJoules + adcWatts * T_CiM}.
 *
 * <p>Standing: <b>fitted</b> to the published TOPS/W of AnalogNet-KWS and -VWW (AnalogNets, arXiv
 * 2111.06503 and IEEE Micro 2022) and the published peaks, worst error 4.9 % of the joules over
 * nine points. Agreement there is calibration, not validation; on a network it was not fitted to,
 * expect 10 %. Digital and SRAM energy is inside the two terms, since the published data can't
 * separate it.
 *
 * @param dacWatts power of one active row converter, in watts
 * @param adcFixedJoules joules of one conversion that do not depend on its length
 * @param adcWatts further power of one column converter while converting, in watts
 */
public record EnergyModel(double dacWatts, double adcFixedJoules, double adcWatts) {

  public EnergyModel {
    if (!(dacWatts >= 0) || !(adcFixedJoules >= 0) || !(adcWatts >= 0)) {
      throw new IllegalArgumentException(
          "energy model: powers and energies must be 0 or more, were "
              + dacWatts
              + " W, "
              + adcFixedJoules
              + " J, "
              + adcWatts
              + " W");
    }
  }

  /** The constants fitted to the published figures. */
  public static EnergyModel fitted() {
    return new EnergyModel(0.1254e-3, 7.69e-12, 0.1082e-3);
  }

  /** Joules of one row conversion of the given length. */
  public double dacJoules(double cycleSeconds) {
    return dacWatts * cycleSeconds;
  }

  /** Joules of one column conversion of the given length. */
  public double adcJoules(double cycleSeconds) {
    return adcFixedJoules + adcWatts * cycleSeconds;
  }
}
