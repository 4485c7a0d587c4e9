package org.analognets.analog.device;

import java.util.random.RandomGenerator;

/**
 * One device for each weight of a matrix: what programming left in it and how it will drift.
 *
 * <p>All conductances are in parts of g_max. Devices are drawn once, in row-major order. StrictMath
 * makes the same devices on every machine.
 */
final class DevicePlane {
  private final DeviceModel model;
  private final float[] programmed;
  private final float[] exponents;
  private final float[] readNoise;

  /** Devices that hold this; their read noise follows from it. */
  DevicePlane(DeviceModel model, float[] programmed, float[] exponents) {
    this.model = model;
    this.programmed = programmed;
    this.exponents = exponents;
    this.readNoise = new float[programmed.length];
    for (int i = 0; i < readNoise.length; i++) {
      readNoise[i] = (float) model.readNoise(programmed[i]);
    }
  }

  /** Programs devices to targets in parts of g_max; {@code g_prog = max(g_T + sigma N, 0)}. */
  static DevicePlane program(
      DeviceModel model, float[] targets, boolean[] present, RandomGenerator random) {
    int n = targets.length;
    float[] programmed = new float[n];
    float[] exponents = new float[n];
    double gMax = model.gMaxMicroSiemens();
    for (int i = 0; i < n; i++) {
      if (!present[i]) {
        continue;
      }
      double r = targets[i];
      double deviation = model.programmingDeviationMicroSiemens(r) / gMax;
      double g = Math.max(r + deviation * random.nextGaussian(), 0);
      double nu =
          Math.abs(
              model.driftExponentMean(r) + model.driftExponentDeviation(r) * random.nextGaussian());
      programmed[i] = (float) g;
      exponents[i] = (float) nu;
    }
    return new DevicePlane(model, programmed, exponents);
  }

  /** Conductances in parts of g_max, padding included; not a copy. */
  float[] programmed() {
    return programmed;
  }

  /** Drift exponents, padding included; not a copy. */
  float[] exponents() {
    return exponents;
  }

  /** Mean and deviation of reading each device at an age, clamped below at zero by the reader. */
  void age(double ageSeconds, float[] conductance, float[] deviation) {
    double start = model.driftStartSeconds();
    float logTime = (float) StrictMath.log(Math.max(ageSeconds / start, 1));
    float growth = (float) model.readNoiseGrowth(ageSeconds);
    for (int i = 0; i < programmed.length; i++) {
      float g = programmed[i];
      if (g > 0f && logTime > 0f) {
        g *= (float) StrictMath.exp(-exponents[i] * logTime);
      }
      conductance[i] = g;
      deviation[i] = g * readNoise[i] * growth;
    }
  }
}
