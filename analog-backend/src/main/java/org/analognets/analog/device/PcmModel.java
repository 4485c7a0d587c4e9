package org.analognets.analog.device;

/**
 * Phase-change memory as measured by Nandakumar et al. (2019) and Joshi et al. (2020) on a million
 * devices; published with its constants as aihwkit's PCMLikeNoiseModel.
 *
 * <pre>
 * sigma_prog = 0.26348 + 1.9650 r - 1.1731 r^2            microsiemens
 * mu_nu      = clamp(-0.0155 ln r + 0.0244, 0.049, 0.1)
 * sigma_nu   = clamp(-0.0125 ln r - 0.0059, 0.008, 0.045)
 * Q_s        = min(0.0088 / max(r^0.65, 1e-3), 0.2)       of the programmed conductance
 * g_max      = 25 microsiemens, t_read = 250 ns
 * </pre>
 *
 * @param devicesPerPolarity devices that share one polarity of a weight
 * @param driftStartSeconds t_c; 25 s counted from programming, as Joshi et al. have it
 */
public record PcmModel(int devicesPerPolarity, double driftStartSeconds) implements DeviceModel {
  private static final double READ_SECONDS = 250e-9;
  private static final double SMALLEST_R = 1e-7;

  public PcmModel {
    Checks.devices(devicesPerPolarity);
    Checks.driftStart(driftStartSeconds);
  }

  /** One device a polarity, drift from 25 s on. */
  public PcmModel() {
    this(1, 25);
  }

  @Override
  public String name() {
    return "pcm";
  }

  @Override
  public double gMaxMicroSiemens() {
    return 25;
  }

  @Override
  public double programmingDeviationMicroSiemens(double r) {
    return 0.26348 + 1.9650 * r - 1.1731 * r * r;
  }

  @Override
  public double driftExponentMean(double r) {
    return Curves.clamp(-0.0155 * StrictMath.log(Math.max(r, SMALLEST_R)) + 0.0244, 0.049, 0.1);
  }

  @Override
  public double driftExponentDeviation(double r) {
    return Curves.clamp(-0.0125 * StrictMath.log(Math.max(r, SMALLEST_R)) - 0.0059, 0.008, 0.045);
  }

  @Override
  public double readNoise(double r) {
    return Math.min(0.0088 / Math.max(StrictMath.pow(r, 0.65), 1e-3), 0.2);
  }

  @Override
  public double readNoiseGrowth(double ageSeconds) {
    return Curves.readNoiseGrowth(ageSeconds, READ_SECONDS);
  }
}
