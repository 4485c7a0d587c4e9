package org.analognets.training.engine;

import java.util.random.RandomGenerator;

/**
 * How one pass through the network is made.
 *
 * @param training batch statistics and noise, or averaged statistics and none
 * @param averaged whether the slow averages of the parameters are used instead of their values
 * @param bits width of the converters, 0 for none
 * @param noise what programming and reading do to the weights
 * @param random draws the noise of this pass and shard
 */
record Pass(
    boolean training, boolean averaged, int bits, WeightNoise noise, RandomGenerator random) {

  /** Averaged parameters, no noise. */
  static Pass evaluation(int bits, RandomGenerator random) {
    return new Pass(false, true, bits, WeightNoise.none(), random);
  }

  float[] of(Parameter parameter) {
    return averaged ? parameter.average : parameter.value;
  }
}
