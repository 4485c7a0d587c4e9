package org.analognets.analog.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdealModelTest extends DeviceModelKit {

  @Override
  DeviceModel model() {
    return new IdealModel();
  }

  @Test
  void devicesHoldExactlyWhatTheyAreGivenForEver() {
    AgedPairs aged = Layers.constant(model(), 0.3, 1).age(1e9);
    assertThat(aged.plus[0]).containsOnly(0.3f);
    assertThat(aged.minus[0]).containsOnly(0f);
    assertThat(Layers.readPlus(aged, 2)).containsOnly(0.3f);
  }
}
