package org.analognets.analog.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published curves of the Hermes chip, worked out by hand on both sides of each branch. */
class HermesModelTest extends DeviceModelKit {

  @Override
  DeviceModel model() {
    return new HermesModel();
  }

  @ParameterizedTest
  @CsvSource({
    "0,    0.1660322, 0.1300000, 0.0400000, 0.0400000",
    "0.05, 0.3813196, 0.0977348, 0.0293501, 0.0281501",
    "0.1,  0.5577181, 0.0719040, 0.0212402, 0.0200402",
    "0.5,  0.9910132, 0.0564000, 0.0090000, 0.0167125",
    "1,    1.0926986, 0.0174000, 0.0048000, 0.0123000"
  })
  void curvesAreThePublishedOnes(
      double r, double sigmaProgramming, double muNu, double sigmaNu, double readNoise) {
    DeviceModel model = model();
    assertThat(model.programmingDeviationMicroSiemens(r)).isCloseTo(sigmaProgramming, within(1e-6));
    assertThat(model.driftExponentMean(r)).isCloseTo(muNu, within(1e-6));
    assertThat(model.driftExponentDeviation(r)).isCloseTo(sigmaNu, within(1e-6));
    assertThat(model.readNoise(r)).isCloseTo(readNoise, within(1e-6));
  }

  @Test
  void readNoiseGrowthIsThatOf512Nanoseconds() {
    assertThat(model().readNoiseGrowth(300)).isCloseTo(4.41538, within(1e-5));
  }

  @Test
  void twoDevicesShareAPolarityAndDriftBeginsAt300Seconds() {
    assertThat(model().devicesPerPolarity()).isEqualTo(2);
    assertThat(model().driftStartSeconds()).isEqualTo(300);
    assertThat(model().gMaxMicroSiemens()).isEqualTo(20.7);
  }
}
