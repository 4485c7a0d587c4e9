package org.analognets.analog.device;

/** Devices that hold exactly what they are given: the array without its physics. */
public record IdealModel() implements DeviceModel {

  @Override
  public String name() {
    return "ideal";
  }

  @Override
  public double gMaxMicroSiemens() {
    return 25;
  }

  @Override
  public int devicesPerPolarity() {
    return 1;
  }

  @Override
  public double programmingDeviationMicroSiemens(double r) {
    return 0;
  }

  @Override
  public double driftExponentMean(double r) {
    return 0;
  }

  @Override
  public double driftExponentDeviation(double r) {
    return 0;
  }

  @Override
  public double driftStartSeconds() {
    return 25;
  }

  @Override
  public double readNoise(double r) {
    return 0;
  }

  @Override
  public double readNoiseGrowth(double ageSeconds) {
    return 0;
  }

  @Override
  public boolean isIdeal() {
    return true;
  }
}
