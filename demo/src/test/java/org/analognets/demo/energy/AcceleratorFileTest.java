package org.analognets.demo.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.analognets.analog.chip.AonCim;
import org.analognets.demo.energy.AcceleratorFile.WhatIf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleratorFileTest {
  @TempDir private Path folder;

  @Test
  void everyKeyCounts() throws IOException {
    WhatIf read =
        read("accelerator { rows = 2048, columns = 256, adc-sharing = 8, bits = [8, 5] }");
    assertThat(read.accelerator()).isEqualTo(AonCim.defaults().withArray(2048, 256, 8));
    assertThat(read.bits()).containsExactly(8, 5);
  }

  @Test
  void whatIsLeftOutIsAsPublished() throws IOException {
    WhatIf read = read("accelerator {}");
    assertThat(read.accelerator()).isEqualTo(AonCim.defaults());
    assertThat(read.bits()).isEmpty();
  }

  @Test
  void oneWidthNeedsNoList() throws IOException {
    assertThat(read("accelerator.bits = 7").bits()).containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accelerator { rowz = 3 } | line 1: accelerator.rowz: unknown",
        "speed = 3 | line 1: speed: unknown; there is accelerator",
        "accelerator { rows = many } | line 1: accelerator.rows: must be a whole number",
        "accelerator { rows = 12.5 } | accelerator.rows: must be a whole number, 1..65536, was 12.5",
        "accelerator { columns = 0 } | accelerator.columns: must be a whole number, 1..65536, was 0",
        "accelerator { columns = 2, adc-sharing = 4 } | accelerator.adc-sharing",
        "accelerator { bits = [8, 13] } | accelerator.bits: must be a whole number, 2..12, was 13",
        "accelerator { bits = [] } | accelerator.bits: names no width",
        "accelerator = 5 | accelerator has type NUMBER",
        "accelerator { rows = 3 | line 1: Expecting close brace",
        "accelerator { rows = ${x} } | ${x}",
        "# nothing | holds no 'accelerator { .. }'"
      })
  void whatIsWrongIsOneLineWithFileAndKey(String text, String complaint) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.conf: ")
        .hasMessageContaining(complaint)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("none.conf");
    assertThatThrownBy(() -> AcceleratorFile.read(file)).hasMessage(file + ": no such file");
  }

  private WhatIf read(String text) throws IOException {
    return AcceleratorFile.read(Files.writeString(folder.resolve("a.conf"), text));
  }
}
