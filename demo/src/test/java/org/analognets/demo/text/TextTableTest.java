package org.analognets.demo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void firstColumnStandsLeftAndOthersRight() {
    TextTable table = new TextTable("name", "n");
    table.row("a", "1,000");
    table.row("longer", "2");
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    table.print(out);
    out.flush();
    assertThat(text.toString().lines())
        .containsExactly("name        n", "a       1,000", "longer      2");
  }

  @Test
  void rowOfAnotherLengthIsRefused() {
    TextTable table = new TextTable("name", "n");
    assertThatThrownBy(() -> table.row("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 cells");
  }
}
