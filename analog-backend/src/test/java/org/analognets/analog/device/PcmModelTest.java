package org.analognets.analog.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.analognets.analog.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published curves of phase-change memory, and {@code n = 200,000} simulated devices beside
 * them. {@code pcm-statistics.csv} holds the curves as computed independently of this code.
 */
class PcmModelTest extends DeviceModelKit {
  private static final double G_MAX = 25;
  private static final double DAY = 86400;

  @Override
  DeviceModel model() {
    return new PcmModel();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/devices/pcm-statistics.csv", numLinesToSkip = 1)
  void curvesAreThePublishedOnes(
      double r, double sigmaProgramming, double muNu, double sigmaNu, double readNoise) {
    DeviceModel model = model();
    assertThat(model.programmingDeviationMicroSiemens(r))
        .isCloseTo(sigmaProgramming, within(5.1e-6));
    assertThat(model.driftExponentMean(r)).isCloseTo(muNu, within(5.1e-6));
    assertThat(model.driftExponentDeviation(r)).isCloseTo(sigmaNu, within(5.1e-6));
    assertThat(model.readNoise(r)).isCloseTo(readNoise, within(5.1e-6));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/devices/pcm-statistics.csv", numLinesToSkip = 1)
  void programmingScattersAsPublishedClampedAtZero(
      double r, double sigmaProgramming, double muNu, double sigmaNu, double readNoise) {
    AgedPairs aged = Layers.constant(model(), r, 1).age(25);
    Sample programmed = new Sample("g_prog", Layers.doubles(aged.plus[0], G_MAX));
    programmed.assertClampedNormal(r * G_MAX, sigmaProgramming);
    if (r >= 0.25) {
      programmed.assertNormal(r * G_MAX, sigmaProgramming);
    }
  }

  @Test
  void theIdleDeviceOfAPairIsProgrammedToZeroWithItsNoise() {
    AgedPairs aged = Layers.constant(model(), 0.5, 2).age(25);
    new Sample("idle g_prog", Layers.doubles(aged.minus[0], G_MAX)).assertClampedNormal(0, 0.26348);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/devices/pcm-statistics.csv", numLinesToSkip = 1)
  void driftExponentsScatterAsPublishedFoldedAtZero(
      double r, double sigmaProgramming, double muNu, double sigmaNu, double readNoise) {
    ProgrammedPairs pairs = Layers.constant(model(), r, 3);
    float[] young = pairs.age(25).plus[0];
    float[] old = pairs.age(DAY).plus[0];
    double[] exponents = new double[young.length];
    int n = 0;
    for (int i = 0; i < young.length; i++) {
      if (young[i] > 0) {
        exponents[n++] = -Math.log((double) old[i] / young[i]) / Math.log(DAY / 25);
      }
    }
    Sample nu = new Sample("nu", java.util.Arrays.copyOf(exponents, n));
    nu.assertFoldedNormal(muNu, sigmaNu);
    if (muNu > 5 * sigmaNu) {
      nu.assertNormal(muNu, sigmaNu);
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/devices/pcm-statistics.csv", numLinesToSkip = 1)
  void readsScatterAsPublishedClampedAtZero(
      double r, double sigmaProgramming, double muNu, double sigmaNu, double readNoise) {
    double growthAfterADay = 5.0868;
    float[] reads = Layers.readPlus(Layers.constant(new Exact(), r, 4).age(DAY), 5);
    double deviation = r * readNoise * growthAfterADay;
    Sample read = new Sample("g", Layers.doubles(reads, G_MAX));
    if (r == 0) {
      assertThat(reads).containsOnly(0f);
    } else {
      read.assertClampedNormal(r * G_MAX, deviation * G_MAX);
    }
    if (r >= 0.1) {
      read.assertNormal(r * G_MAX, deviation * G_MAX);
    }
  }

  @Test
  void readNoiseShrinksWithTheConductanceAsItDrifts() {
    ProgrammedPairs pairs = Layers.constant(model(), 0.5, 6);
    AgedPairs young = pairs.age(25);
    AgedPairs old = pairs.age(DAY);
    for (int i = 0; i < 100; i++) {
      double youngPart = young.plusDeviation[0][i] / young.plus[0][i] / 4.2104;
      double oldPart = old.plusDeviation[0][i] / old.plus[0][i] / 5.0868;
      assertThat(oldPart).isCloseTo(youngPart, within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"25, 4.2104", "3600, 4.7642", "86400, 5.0868", "2592000, 5.4108", "31536000, 5.6370"})
  void readNoiseGrowsAsPublished(double ageSeconds, double growth) {
    assertThat(model().readNoiseGrowth(ageSeconds)).isCloseTo(growth, within(5.1e-5));
  }

  @Test
  void severalDevicesOfAPolarityAverageTheirErrors() {
    double one = weightDeviation(new PcmModel(1, 25));
    double four = weightDeviation(new PcmModel(4, 25));
    assertThat(one / four).isCloseTo(2, within(0.02));
  }

  private static double weightDeviation(DeviceModel model) {
    AgedPairs aged = Layers.constant(model, 0.5, 7).age(25);
    float[] weights = new float[aged.length()];
    aged.readMean(weights);
    double sum = 0;
    double squares = 0;
    for (float weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    double mean = sum / weights.length;
    return Math.sqrt(squares / weights.length - mean * mean);
  }

  @Test
  void impossibleSettingsAreRefusedByName() {
    assertThatThrownBy(() -> new PcmModel(0, 25)).hasMessageContaining("devices per polarity");
    assertThatThrownBy(() -> new PcmModel(1, 0)).hasMessageContaining("t_c");
    assertThatThrownBy(() -> new PcmModel(1, Double.NaN)).hasMessageContaining("t_c");
    assertThatThrownBy(() -> DeviceModel.named("rram"))
        .hasMessageContaining("'rram'")
        .hasMessageContaining("choose pcm, hermes or ideal");
  }

  /**
   * PCM whose programming and drift are exact: what is left is read noise at a known conductance.
   */
  private static final class Exact implements DeviceModel {
    private final PcmModel pcm = new PcmModel();

    @Override
    public String name() {
      return "exact";
    }

    @Override
    public double gMaxMicroSiemens() {
      return G_MAX;
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
      return pcm.readNoise(r);
    }

    @Override
    public double readNoiseGrowth(double ageSeconds) {
      return pcm.readNoiseGrowth(ageSeconds);
    }
  }
}
