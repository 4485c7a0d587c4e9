package org.analognets.training;

import org.analognets.analog.device.PcmModel;
import org.analognets.training.engine.WeightNoise;

/** Where the noise on the weights comes from in the stages after float. */
public enum TrainingNoise {
  /** None: what a network loses that never saw noise. */
  NONE,
  /** One deviation for all weights. */
  GAUSSIAN,
  /** The device model: programming, drift, read noise. */
  DEVICES;

  private static final double YOUNGEST_SECONDS = 25;
  private static final double OLDEST_SECONDS = 365 * 86_400.0;

  /**
   * The noise itself.
   *
   * @param deviation as a part of W_max, of Gaussian noise only
   */
  WeightNoise weightNoise(double deviation) {
    return switch (this) {
      case NONE -> WeightNoise.none();
      case GAUSSIAN -> WeightNoise.gaussian(deviation);
      case DEVICES -> WeightNoise.devices(new PcmModel(), YOUNGEST_SECONDS, OLDEST_SECONDS);
    };
  }
}
