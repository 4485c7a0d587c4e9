package org.analognets.training.engine;

import java.util.random.RandomGenerator;
import org.analognets.analog.device.DeviceModel;

/**
 * Weight noise drawn from the device model itself, instead of a plain Gaussian: programming, drift to
 * an age that is uniform in its logarithm, read noise, and drift compensation by one factor a layer.
 *
 * <p>The model's curves are tabulated over r, since every weight of every pass needs them.
 */
final class DeviceNoise implements WeightNoise {
  private static final int BINS = 512;

  private final DeviceModel model;
  private final double logYoungest;
  private final double logOldest;
  private final float[] programming = new float[BINS + 1];
  private final float[] exponentMean = new float[BINS + 1];
  private final float[] exponentDeviation = new float[BINS + 1];
  private final float[] read = new float[2 * BINS + 1];

  /**
   * @param youngestSeconds ages are drawn from here
   * @param oldestSeconds to here
   */
  DeviceNoise(DeviceModel model, double youngestSeconds, double oldestSeconds) {
    this.model = model;
    this.logYoungest = Math.log(youngestSeconds);
    this.logOldest = Math.log(oldestSeconds);
    double share = 1 / Math.sqrt(model.devicesPerPolarity());
    for (int i = 0; i <= BINS; i++) {
      double r = i / (double) BINS;
      programming[i] =
          (float) (share * model.programmingDeviationMicroSiemens(r) / model.gMaxMicroSiemens());
      exponentMean[i] = (float) model.driftExponentMean(r);
      exponentDeviation[i] = (float) (share * model.driftExponentDeviation(r));
    }
    for (int i = 0; i <= 2 * BINS; i++) {
      read[i] = (float) (share * model.readNoise(i / (double) BINS));
    }
  }

  @Override
  public void disturb(float[] weights, float weightMax, float[] disturbed, RandomGenerator random) {
    double age = Math.exp(logYoungest + (logOldest - logYoungest) * random.nextDouble());
    float logTime = (float) Math.log(Math.max(age / model.driftStartSeconds(), 1));
    float growth = (float) model.readNoiseGrowth(age);
    float toPart = 1f / weightMax;
    double then = 0;
    double now = 0;
    for (int i = 0; i < weights.length; i++) {
      float r = Math.min(Math.abs(weights[i]) * toPart, 1f);
      float active = program(r, random);
      float idle = program(0f, random);
      double difference = active - idle;
      then += difference * difference;
      double aged =
          age(active, r, logTime, growth, random) - age(idle, 0f, logTime, growth, random);
      now += aged * aged;
      disturbed[i] = (float) Math.copySign(1.0, weights[i]) * (float) aged * weightMax;
    }
    float alpha = (float) Math.sqrt(then / now);
    for (int i = 0; i < weights.length; i++) {
      disturbed[i] *= alpha;
    }
  }

  private float program(float r, RandomGenerator random) {
    return Math.max(r + programming[(int) (r * BINS)] * (float) random.nextGaussian(), 0f);
  }

  private float age(float g, float r, float logTime, float growth, RandomGenerator random) {
    if (g == 0f) {
      return 0f;
    }
    int bin = (int) (r * BINS);
    float nu = Math.abs(exponentMean[bin] + exponentDeviation[bin] * (float) random.nextGaussian());
    float drifted = g * (float) Math.exp(-nu * logTime);
    float noise = read[Math.min((int) (g * BINS), 2 * BINS)] * growth;
    return Math.max(drifted * (1f + noise * (float) random.nextGaussian()), 0f);
  }
}
