package org.analognets.analog.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.IdealModel;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.RandomModels;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConductanceMapTest {
  private static final double YEAR = 365 * 86400.0;
  private static final Model KWS = RandomModels.kws(1);

  @Test
  void anIdealCellHoldsItsWeightsPartOfTheLargest() {
    Chip chip = AonCim.defaults().withDeviceModel(new IdealModel()).program(KWS, 1);
    ConductanceMap map = chip.conductances(YEAR, 1);
    assertThat(map.height()).isEqualTo(1024);
    assertThat(map.width()).isEqualTo(512);
    for (int l = 0; l < chip.placement().rectangles().size(); l++) {
      Rectangle place = chip.placement().rectangles().get(l);
      ArrayLayer layer = KWS.network().arrayLayers().get(l);
      float part =
          Math.min(1, Math.abs(layer.weights().get(0, 0)) / KWS.ranges().weightMax().get(l));
      assertThat(map.microSiemens()[place.row() * 512 + place.column()])
          .as(place.layer())
          .isCloseTo(25 * part, within(1e-4f));
    }
  }

  @Test
  void cellsWithoutWeightsAreEmptyAndAllOthersAreNot() {
    Chip chip = AonCim.defaults().program(KWS, 2);
    int carrying = 0;
    for (float value : chip.conductances(25, 1).microSiemens()) {
      carrying += Float.isNaN(value) ? 0 : 1;
    }
    assertThat(carrying).isEqualTo((int) KWS.network().weightCount());
  }

  @Test
  void aBlockIsTheMeanOfItsCells() {
    Chip chip = AonCim.defaults().program(KWS, 3);
    float[] cells = chip.conductances(25, 1).microSiemens();
    ConductanceMap blocks = chip.conductances(25, 2);
    Rectangle place = chip.placement().rectangles().get(1);
    int row = (place.row() + 2) / 2;
    int column = (place.column() + 2) / 2;
    float sum = 0;
    for (int cell = 0; cell < 4; cell++) {
      sum += cells[(2 * row + cell / 2) * 512 + 2 * column + cell % 2];
    }
    assertThat(blocks.width()).isEqualTo(256);
    assertThat(blocks.microSiemens()[row * 256 + column]).isCloseTo(sum / 4, within(1e-4f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcm", "hermes"})
  void driftLowersTheMeanAndIdealDevicesKeepIt(String device) {
    Chip chip = AonCim.defaults().withDeviceModel(DeviceModel.named(device)).program(KWS, 4);
    Chip ideal = AonCim.defaults().withDeviceModel(new IdealModel()).program(KWS, 4);
    double fresh = chip.conductances(25, 2).meanMicroSiemens();
    assertThat(chip.conductances(YEAR, 2).meanMicroSiemens()).isBetween(0.3 * fresh, 0.7 * fresh);
    assertThat(ideal.conductances(YEAR, 2).meanMicroSiemens())
        .isEqualTo(ideal.conductances(25, 2).meanMicroSiemens());
  }

  @Test
  void lookingAtTheArrayChangesNoAnswer() {
    float[] tensor = RandomModels.input(KWS.network().input(), Randoms.derive(1, "tensor"));
    Chip seen = AonCim.defaults().program(KWS, 5);
    seen.conductances(YEAR, 4);
    Chip unseen = AonCim.defaults().program(KWS, 5);
    assertThat(seen.infer(tensor, 3600).logits()).isEqualTo(unseen.infer(tensor, 3600).logits());
  }

  @Test
  void aBlockWithoutCellsIsRefused() {
    Chip chip = AonCim.defaults().program(KWS, 6);
    assertThatThrownBy(() -> chip.conductances(25, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a block has 1 cell a side or more, not 0");
  }
}
