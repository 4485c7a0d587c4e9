package org.analognets.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.analognets.analog.device.AgedPairs;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.ProgrammedPairs;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightNoiseTest {
  private static final int SIDE = 480;
  private static final float WEIGHT_MAX = 0.37f;
  private static final float[] WEIGHTS = weights();

  /** Normal, clipped at two deviations, the largest at W_max. */
  private static float[] weights() {
    RandomGenerator random = Randoms.derive(1, "weights");
    float[] weights = new float[SIDE * SIDE];
    for (int i = 0; i < weights.length; i++) {
      double w = Math.max(-2, Math.min(2, random.nextGaussian()));
      weights[i] = (float) (w / 2 * WEIGHT_MAX);
    }
    return weights;
  }

  /** Mean, spread and slope of what is left of the weights. */
  private record Statistics(double meanError, double deviation, double slope) {
    static Statistics of(float[] disturbed, double scale) {
      int n = WEIGHTS.length;
      double sum = 0;
      double squares = 0;
      double product = 0;
      double power = 0;
      for (int i = 0; i < n; i++) {
        double clean = WEIGHTS[i] / WEIGHT_MAX;
        double error = scale * disturbed[i] - clean;
        sum += error;
        squares += error * error;
        product += clean * scale * disturbed[i];
        power += clean * clean;
      }
      return new Statistics(sum / n, Math.sqrt(squares / n), product / power);
    }
  }

  private static Statistics training(WeightNoise noise) {
    float[] disturbed = new float[WEIGHTS.length];
    noise.disturb(WEIGHTS, WEIGHT_MAX, disturbed, Randoms.derive(2, "training"));
    return Statistics.of(disturbed, 1 / WEIGHT_MAX);
  }

  /**
   * The same from single devices on the array, compensated as the chip does. Of normal inputs, a column's
   * mean magnitude goes with the length of its weights.
   */
  private static Statistics array(DeviceModel model, double ageSeconds) {
    ProgrammedPairs pairs =
        ProgrammedPairs.program(
            model,
            new WeightMatrix(SIDE, SIDE, WEIGHTS),
            WEIGHT_MAX,
            Randoms.derive(3, "programming"));
    float[] then = read(pairs.age(model.driftStartSeconds()));
    float[] now = read(pairs.age(ageSeconds));
    return Statistics.of(now, magnitude(then) / magnitude(now));
  }

  private static float[] read(AgedPairs aged) {
    float[] weights = new float[aged.length()];
    NoiseLanes noise = NoiseLanes.from(Randoms.derive(4, "read"));
    aged.read(Kernels.best(), noise, weights, new float[aged.length()]);
    return weights;
  }

  private static double magnitude(float[] weights) {
    double sum = 0;
    for (int column = 0; column < SIDE; column++) {
      double squares = 0;
      for (int row = 0; row < SIDE; row++) {
        float w = weights[row * SIDE + column];
        squares += (double) w * w;
      }
      sum += Math.sqrt(squares);
    }
    return sum;
  }

  /** n = 230,400: the standard error of a deviation is 0.15 %. */
  @ParameterizedTest
  @CsvSource({
    "pcm, 25, 0.0420",
    "pcm, 86400, 0.0561",
    "pcm, 31536000, 0.0747",
  })
  void deviceNoiseIsWhatTheArrayDoesToWeights(String name, double ageSeconds, double published) {
    DeviceModel model = DeviceModel.named(name);
    Statistics trained = training(WeightNoise.devices(model, ageSeconds, ageSeconds));
    Statistics array = array(model, ageSeconds);
    assertThat(array.deviation()).isCloseTo(published, within(0.02 * published));
    assertThat(trained.deviation()).isCloseTo(array.deviation(), within(0.03 * published));
    assertThat(trained.meanError()).isCloseTo(0, within(4 * published / SIDE));
    assertThat(trained.slope()).isCloseTo(array.slope(), within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"300", "86400", "31536000"})
  void sharingAPolarityAmongTwoDevicesIsTakenIntoAccount(double ageSeconds) {
    DeviceModel model = DeviceModel.named("hermes");
    Statistics trained = training(WeightNoise.devices(model, ageSeconds, ageSeconds));
    Statistics array = array(model, ageSeconds);
    assertThat(trained.deviation()).isCloseTo(array.deviation(), within(0.04 * array.deviation()));
    assertThat(trained.slope()).isCloseTo(array.slope(), within(0.01));
  }

  @Test
  void agesAreDrawnBetweenTheYoungestAndTheOldest() {
    DeviceModel model = DeviceModel.named("pcm");
    double young = training(WeightNoise.devices(model, 25, 25)).deviation();
    double old = training(WeightNoise.devices(model, 3.15e7, 3.15e7)).deviation();
    WeightNoise between = WeightNoise.devices(model, 25, 3.15e7);
    float[] disturbed = new float[WEIGHTS.length];
    double least = Double.MAX_VALUE;
    double most = 0;
    RandomGenerator random = Randoms.derive(5, "ages");
    for (int draw = 0; draw < 20; draw++) {
      between.disturb(WEIGHTS, WEIGHT_MAX, disturbed, random);
      double deviation = Statistics.of(disturbed, 1 / WEIGHT_MAX).deviation();
      least = Math.min(least, deviation);
      most = Math.max(most, deviation);
    }
    assertThat(least).isBetween(young * 0.99, (young + old) / 2);
    assertThat(most).isBetween((young + old) / 2, old * 1.01);
  }

  @Test
  void gaussianNoiseHasEtaTimesTheLargestWeightAsItsDeviation() {
    Statistics noise = training(WeightNoise.gaussian(0.06));
    assertThat(noise.deviation()).isCloseTo(0.06, within(4 * 0.06 / Math.sqrt(2) / SIDE));
    assertThat(noise.meanError()).isCloseTo(0, within(4 * 0.06 / SIDE));
  }

  @Test
  void noNoiseLeavesWeightsAlone() {
    float[] disturbed = new float[WEIGHTS.length];
    WeightNoise.none().disturb(WEIGHTS, WEIGHT_MAX, disturbed, Randoms.derive(6, "unused"));
    assertThat(disturbed).isEqualTo(WEIGHTS);
  }
}
