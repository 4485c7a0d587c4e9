package org.analognets.analog.device;

/**
 * Phase-change memory of the Hermes chip, published with its constants as aihwkit's
 * HermesNoiseModel: two devices a polarity.
 *
 * <pre>
 * sigma_prog = 0.16603222 + 4.71806468 r - 8.48101252 r^2 + 4.68961419 r^3   microsiemens
 * mu_nu      = r &lt; 0.0945: clamp(-0.0387 ln r - 0.0182, 0.0720, 0.13)
 *              else        -0.0436 r^2 - 0.0126 r + 0.0736
 * sigma_nu   = r &lt; 0.3055: clamp(-0.0117 ln r - 0.0057, 0.0091, 0.04)
 *              else        -0.0118 r^2 + 0.0093 r + 0.0073
 * Q_s        = r &lt; 0.16:   clamp(-0.0117 ln r - 0.0069, 0.015, 0.04)
 *              else        0.0069 r^3 - 0.0280 r^2 + 0.0211 r + 0.0123
 * g_max      = 20.7 microsiemens, t_c = 300 s, t_read = 512 ns
 * </pre>
 *
 * @param devicesPerPolarity devices that share one polarity of a weight
 * @param driftStartSeconds t_c
 */
public record HermesModel(int devicesPerPolarity, double driftStartSeconds) implements DeviceModel {
  private static final double READ_SECONDS = 512e-9;
  private static final double SMALLEST_R = 1e-7;

  public HermesModel {
    Checks.devices(devicesPerPolarity);
    Checks.driftStart(driftStartSeconds);
  }

  /** Two devices a polarity, drift from 300 s on. */
  public HermesModel() {
    this(2, 300);
  }

  @Override
  public String name() {
    return "hermes";
  }

  @Override
  public double gMaxMicroSiemens() {
    return 20.7;
  }

  @Override
  public double programmingDeviationMicroSiemens(double r) {
    return 0.16603222 + r * (4.71806468 + r * (-8.48101252 + r * 4.68961419));
  }

  @Override
  public double driftExponentMean(double r) {
    return r < 0.0945
        ? Curves.clamp(-0.0387 * logOf(r) - 0.0182, 0.0720, 0.13)
        : -0.0436 * r * r - 0.0126 * r + 0.0736;
  }

  @Override
  public double driftExponentDeviation(double r) {
    return r < 0.3055
        ? Curves.clamp(-0.0117 * logOf(r) - 0.0057, 0.0091, 0.04)
        : -0.0118 * r * r + 0.0093 * r + 0.0073;
  }

  @Override
  public double readNoise(double r) {
    return r < 0.16
        ? Curves.clamp(-0.0117 * logOf(r) - 0.0069, 0.015, 0.04)
        : 0.0123 + r * (0.0211 + r * (-0.0280 + r * 0.0069));
  }

  @Override
  public double readNoiseGrowth(double ageSeconds) {
    return Curves.readNoiseGrowth(ageSeconds, READ_SECONDS);
  }

  private static double logOf(double r) {
    return StrictMath.log(Math.max(r, SMALLEST_R));
  }
}
