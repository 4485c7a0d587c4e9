package org.analognets.demo.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines up cells of text: the first column to the left, the others to the right. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();
  private final int[] widths;

  /** A table with a header and no rows yet. */
  public TextTable(String... header) {
    widths = new int[header.length];
    row(header);
  }

  /** Adds a row of as many cells as the header has. */
  public void row(String... cells) {
    if (cells.length != widths.length) {
      throw new IllegalArgumentException(
          "table: wants " + widths.length + " cells a row, got " + cells.length);
    }
    for (int i = 0; i < cells.length; i++) {
      widths[i] = Math.max(widths[i], cells[i].length());
    }
    rows.add(cells);
  }

  /** Prints it. */
  public void print(PrintWriter out) {
    for (String[] cells : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.length; i++) {
        String pad = " ".repeat(widths[i] - cells[i].length());
        line.append(i == 0 ? "" : GAP).append(i == 0 ? cells[i] + pad : pad + cells[i]);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
