package org.analognets.analog.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTest {

  /** Cases worked out by TensorFlow's rule for 'same': along one side of the plane. */
  @ParameterizedTest
  @CsvSource({
    // inputs, kernel, stride, outputs, before, after
    "49, 10, 1, 49, 4, 5",
    "10,  4, 1, 10, 1, 2",
    "49,  3, 2, 25, 1, 1",
    "10,  3, 2,  5, 0, 1",
    "100, 3, 2, 50, 0, 1",
    "25,  3, 2, 13, 1, 1",
    "25,  3, 1, 25, 1, 1",
    "5,   1, 1,  5, 0, 0",
    "5,   1, 2,  3, 0, 0",
    "4,   1, 2,  2, 0, 0",
    "1,  10, 1,  1, 4, 5",
    "7,   2, 3,  3, 0, 1",
    "8,   5, 3,  3, 1, 2"
  })
  void paddingIsThatOfTensorFlow(
      int inputs, int side, int stride, int outputs, int before, int after) {
    Kernel high = new Kernel(side, 1, stride);
    assertThat(high.outputs(inputs)).isEqualTo(outputs);
    assertThat(high.padTop(inputs)).isEqualTo(before);
    assertThat(high.padBottom(inputs)).isEqualTo(after);
    Kernel wide = new Kernel(1, side, stride);
    assertThat(wide.padLeft(inputs)).isEqualTo(before);
    assertThat(wide.padRight(inputs)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "-3, 3, 1"})
  void sidesAndStrideMustBePositive(int height, int width, int stride) {
    assertThatThrownBy(() -> new Kernel(height, width, stride))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(height + "x" + width + " stride " + stride);
  }
}
