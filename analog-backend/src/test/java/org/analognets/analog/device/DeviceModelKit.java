package org.analognets.analog.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.analognets.analog.Sample;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;

/** What holds of every device model; each has a test that extends this. */
abstract class DeviceModelKit {
  private static final double[] AGES = {0, 1, 25, 26, 300, 301, 3600, 86400, 2.6e6, 3.2e7};

  abstract DeviceModel model();

  @Test
  void itsNameFindsIt() {
    assertThat(DeviceModel.named(model().name())).isEqualTo(model());
    assertThat(DeviceModel.named(" " + model().name().toUpperCase(Locale.ROOT) + " "))
        .isEqualTo(model());
  }

  @Test
  void deviationsAreFiniteAndNeverNegative() {
    DeviceModel model = model();
    for (double r = 0; r <= 1.2; r += 0.001) {
      assertThat(model.readNoise(r)).as("Q_s at r = %s", r).isBetween(0.0, 1.0);
    }
    for (double target = 0; target <= 1; target += 0.001) {
      assertThat(model.programmingDeviationMicroSiemens(target)).isBetween(0.0, 2.0);
      assertThat(model.driftExponentMean(target)).isBetween(0.0, 0.2);
      assertThat(model.driftExponentDeviation(target)).isBetween(0.0, 0.1);
    }
    assertThat(model.gMaxMicroSiemens()).isPositive();
    assertThat(model.devicesPerPolarity()).isPositive();
    assertThat(model.driftStartSeconds()).isPositive();
  }

  @Test
  void readNoiseGrowsWithAgeFromNothing() {
    DeviceModel model = model();
    double before = model.readNoiseGrowth(0);
    assertThat(before).isZero();
    for (double age : AGES) {
      assertThat(model.readNoiseGrowth(age)).isGreaterThanOrEqualTo(before);
      before = model.readNoiseGrowth(age);
    }
  }

  @Test
  void conductanceIsNeverNegativeAfterProgramming() {
    AgedPairs aged = randomLayer(1).age(model().driftStartSeconds());
    for (int d = 0; d < aged.plus.length; d++) {
      assertNoneNegative(aged.plus[d]);
      assertNoneNegative(aged.minus[d]);
    }
  }

  @Test
  void conductanceIsNeverNegativeAfterReadNoise() {
    for (double r : new double[] {0, 0.003, 0.01, 0.1, 1}) {
      AgedPairs aged = Layers.constant(model(), r, 2).age(3.2e7);
      assertNoneNegative(Layers.readPlus(aged, 3));
    }
  }

  private static void assertNoneNegative(float[] conductances) {
    for (float g : conductances) {
      if (!(g >= 0)) {
        assertThat(g).isNotNegative();
      }
    }
  }

  @Test
  void conductanceNeverGrowsWithAge() {
    ProgrammedPairs pairs = randomLayer(4);
    AgedPairs before = pairs.age(AGES[0]);
    for (double age : AGES) {
      AgedPairs after = pairs.age(age);
      for (int i = 0; i < after.length(); i++) {
        assertThat(after.plus[0][i]).isLessThanOrEqualTo(before.plus[0][i]);
      }
      before = after;
    }
  }

  @Test
  void nothingDriftsBeforeItsDriftBegins() {
    ProgrammedPairs pairs = randomLayer(5);
    double start = model().driftStartSeconds();
    assertThat(pairs.age(start / 2).plus[0]).isEqualTo(pairs.age(start).plus[0]);
  }

  @Test
  void programmingHitsTheTargetOnAverage() {
    DeviceModel model = model();
    double gMax = model.gMaxMicroSiemens();
    AgedPairs aged = Layers.constant(model, 0.5, 6).age(0);
    Sample programmed = new Sample("g_prog", Layers.doubles(aged.plus[0], gMax));
    double deviation = model.programmingDeviationMicroSiemens(0.5);
    if (deviation > 0) {
      programmed.assertNormal(0.5 * gMax, deviation);
    } else {
      assertThat(programmed.mean()).isEqualTo(0.5 * gMax);
    }
  }

  @Test
  void theSameDrawsMakeTheSameDevices() {
    AgedPairs one = randomLayer(7).age(3600);
    AgedPairs two = randomLayer(7).age(3600);
    assertThat(one.plus).isDeepEqualTo(two.plus);
    assertThat(one.minusDeviation).isDeepEqualTo(two.minusDeviation);
  }

  @Test
  void readsScatterAboutTheMeanRead() {
    AgedPairs aged = Layers.constant(model(), 0.8, 8).age(3600);
    float[] mean = new float[aged.length()];
    float[] read = new float[aged.length()];
    aged.readMean(mean);
    aged.read(
        Kernels.best(),
        NoiseLanes.from(Randoms.derive(9, "test read")),
        read,
        new float[aged.length()]);
    double differences = 0;
    for (int i = 0; i < read.length; i++) {
      differences += read[i] - mean[i];
    }
    // Idle devices are clamped at zero, which bends their mean: by less than 0.005 of g_max.
    assertThat(differences / read.length).isCloseTo(0, within(0.005));
  }

  @Test
  void thereIsNoDeviceInThePadding() {
    WeightMatrix weights =
        new WeightMatrix(3, 5, new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    AgedPairs aged =
        ProgrammedPairs.program(model(), weights, 1f, Randoms.derive(10, "x")).age(3600);
    float[] read = new float[aged.length()];
    aged.read(
        Kernels.best(),
        NoiseLanes.from(Randoms.derive(11, "test read")),
        read,
        new float[aged.length()]);
    for (int i = 0; i < read.length; i++) {
      boolean padding = i % Kernels.LANES >= 5;
      assertThat(read[i] == 0f).as("at %s", i).isEqualTo(padding);
    }
  }

  @Test
  void aWeightBeyondItsMaximumIsProgrammedAsTheMaximum() {
    WeightMatrix beyond = new WeightMatrix(1, 2, new float[] {3, -3});
    WeightMatrix maximum = new WeightMatrix(1, 2, new float[] {1, -1});
    AgedPairs one = ProgrammedPairs.program(model(), beyond, 1f, Randoms.derive(12, "x")).age(0);
    AgedPairs two = ProgrammedPairs.program(model(), maximum, 1f, Randoms.derive(12, "x")).age(0);
    assertThat(one.plus).isDeepEqualTo(two.plus);
    assertThat(one.minus).isDeepEqualTo(two.minus);
  }

  private ProgrammedPairs randomLayer(long seed) {
    RandomGenerator random = Randoms.derive(seed, "weights");
    float[] weights = new float[40 * 84];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    return ProgrammedPairs.program(
        model(), new WeightMatrix(40, 84, weights), 2f, Randoms.derive(seed, "devices"));
  }
}
