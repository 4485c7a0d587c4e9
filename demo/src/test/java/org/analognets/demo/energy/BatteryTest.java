package org.analognets.demo.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BatteryTest {

  @Test
  void energyIsChargeTimesVoltage() {
    assertThat(Battery.CR2032.joules()).isCloseTo(2430, within(1e-9));
    assertThat(Battery.CELL_18650.joules()).isCloseTo(38_880, within(1e-9));
  }

  @Test
  void lifeIsEnergyOverPower() {
    // 2430 J at 1 mW are 2.43e6 s.
    assertThat(Battery.CR2032.days(1e-3)).isCloseTo(28.125, within(1e-9));
  }
}
