package org.analognets.demo.energy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Rectangle;

/** One array of a plot, with its title, axes and layers; row 0 is on top. */
final class ArrayPanel {
  static final int WIDTH = 620;
  static final int HEIGHT = 1150;
  static final Color INK = new Color(0x22, 0x2a, 0x35);
  static final Color FAINT = new Color(0x5f, 0x69, 0x76);
  private static final Color FREE_CELLS = new Color(0xee, 0xf0, 0xf3);
  private static final int LEFT = 68;
  private static final int TOP = 62;
  private static final int ARRAY_WIDTH = 520;
  private static final int ARRAY_HEIGHT = 1040;
  private static final int INTERVALS = 8;
  private static final int TICK = 4;

  private final NetworkCost cost;
  private final Rectangle2D array;

  /** A panel with its left upper corner at a point. */
  ArrayPanel(NetworkCost cost, double x, double y) {
    this.cost = cost;
    this.array = new Rectangle2D.Double(x + LEFT, y + TOP, ARRAY_WIDTH, ARRAY_HEIGHT);
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  void draw(Graphics2D g) {
    drawTitle(g);
    g.setPaint(FREE_CELLS);
    g.fill(array);
    List<Rectangle> layers = cost.placement().rectangles();
    for (int l = 0; l < layers.size(); l++) {
      Color colour = LayerColours.at(layers.size() == 1 ? 0 : (double) l / (layers.size() - 1));
      new LayerBox(layers.get(l), box(layers.get(l)), colour).draw(g, array.getMaxX());
    }
    g.setPaint(INK);
    g.setStroke(new BasicStroke(1.2f));
    g.draw(array);
    drawColumns(g);
    drawRows(g);
  }

  private void drawTitle(Graphics2D g) {
    String summary =
        String.format(
            Locale.ROOT,
            "%,d weights in %d layers, %.2f %% of the array",
            cost.subject().network().weightCount(),
            cost.placement().rectangles().size(),
            100 * cost.placement().utilization());
    double centre = array.getCenterX();
    text(g, font(Font.BOLD, 17), INK, cost.subject().name(), centre, array.getY() - 44);
    text(g, font(Font.PLAIN, 13), FAINT, cost.subject().origin(), centre, array.getY() - 26);
    text(g, font(Font.PLAIN, 13), FAINT, summary, centre, array.getY() - 9);
  }

  private Rectangle2D box(Rectangle layer) {
    AonCim accelerator = cost.accelerator();
    double perColumn = array.getWidth() / accelerator.columns();
    double perRow = array.getHeight() / accelerator.rows();
    return new Rectangle2D.Double(
        array.getX() + layer.column() * perColumn,
        array.getY() + layer.row() * perRow,
        layer.columns() * perColumn,
        layer.rows() * perRow);
  }

  private void drawColumns(Graphics2D g) {
    int columns = cost.accelerator().columns();
    double y = array.getMaxY();
    for (int i = 0; i <= INTERVALS; i++) {
      int column = columns * i / INTERVALS;
      double x = array.getX() + array.getWidth() * column / columns;
      g.draw(new Line2D.Double(x, y, x, y + TICK));
      text(g, font(Font.PLAIN, 11), FAINT, number(column), x, y + 18);
    }
    text(g, font(Font.PLAIN, 13), INK, "columns: outputs, to the ADCs", array.getCenterX(), y + 38);
  }

  private void drawRows(Graphics2D g) {
    int rows = cost.accelerator().rows();
    double x = array.getX();
    for (int i = 0; i <= INTERVALS; i++) {
      int row = rows * i / INTERVALS;
      double y = array.getY() + array.getHeight() * row / rows;
      g.draw(new Line2D.Double(x - TICK, y, x, y));
      g.setFont(font(Font.PLAIN, 11));
      double half = g.getFontMetrics().stringWidth(number(row)) / 2.0;
      text(g, font(Font.PLAIN, 11), FAINT, number(row), x - 8 - half, y + 4);
    }
    AffineTransform before = g.getTransform();
    g.rotate(-Math.PI / 2);
    text(
        g,
        font(Font.PLAIN, 13),
        INK,
        "rows: inputs, from the DACs",
        -array.getCenterY(),
        x - LEFT + 22);
    g.setTransform(before);
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Text around a centre, on a base line; what is drawn next is in ink again. */
  private static void text(
      Graphics2D g, Font font, Color colour, String text, double centre, double baseLine) {
    g.setFont(font);
    g.setPaint(colour);
    double left = centre - g.getFontMetrics().stringWidth(text) / 2.0;
    g.drawString(text, (float) left, (float) baseLine);
    g.setPaint(INK);
  }
}
