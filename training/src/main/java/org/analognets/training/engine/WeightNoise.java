package org.analognets.training.engine;

import java.util.random.RandomGenerator;
import org.analognets.analog.device.DeviceModel;

/** What programming, drift and reading do to weights, as training sees it. */
@FunctionalInterface
public interface WeightNoise {

  /**
   * Writes disturbed weights.
   *
   * @param weights clean weights
   * @param weightMax W_max of the layer
   * @param disturbed written, same length
   * @param random where every draw comes from
   */
  void disturb(float[] weights, float weightMax, float[] disturbed, RandomGenerator random);

  /** No noise: stage 1, and evaluation of the digital network. */
  static WeightNoise none() {
    return (weights, weightMax, disturbed, random) ->
        System.arraycopy(weights, 0, disturbed, 0, weights.length);
  }

  /**
   * Additive Gaussian noise of deviation {@code eta * W_max} on every weight (Joshi et al. 2020).
   *
   * @param eta deviation as a part of W_max; 0.04-0.075 is what PCM does in 25 s to a year
   */
  static WeightNoise gaussian(double eta) {
    return (weights, weightMax, disturbed, random) -> {
      float deviation = (float) (eta * weightMax);
      for (int i = 0; i < weights.length; i++) {
        disturbed[i] = weights[i] + deviation * (float) random.nextGaussian();
      }
    };
  }

  /**
   * The device model itself: programming, drift to a random age between two, read noise, compensation.
   *
   * @param youngestSeconds youngest age, above 0
   * @param oldestSeconds oldest age
   */
  static WeightNoise devices(DeviceModel model, double youngestSeconds, double oldestSeconds) {
    return new DeviceNoise(model, youngestSeconds, oldestSeconds);
  }
}
