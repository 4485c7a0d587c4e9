package org.analognets.demo.energy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.analognets.analog.chip.Rectangle;

/**
 * One layer of a plot of the array: its rectangle, and as much of its label as fits.
 *
 * @param layer its name and size
 * @param box where it is drawn
 * @param colour of its cells
 */
record LayerBox(Rectangle layer, Rectangle2D box, Color colour) {
  private static final int LARGEST_FONT = 14;
  private static final int SMALLEST_FONT = 5;
  private static final int MARGIN = 2;
  private static final int CALLOUT = 6;
  private static final int CALLOUT_FONT = 9;

  /**
   * Draws it.
   *
   * @param rightEdge of the array, beyond which there is room for the name of a tiny layer
   */
  void draw(Graphics2D g, double rightEdge) {
    g.setPaint(colour);
    g.fill(box);
    g.setPaint(Color.WHITE);
    g.setStroke(new BasicStroke(1f));
    g.draw(box);
    g.setPaint(LayerColours.textOn(colour));
    if (!drawLabel(g)) {
      drawCallout(g, rightEdge);
    }
  }

  /** The fullest text at the largest size that fits, upright before turned. */
  private boolean drawLabel(Graphics2D g) {
    for (List<String> text : texts()) {
      for (int points = LARGEST_FONT; points >= SMALLEST_FONT; points--) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, points));
        for (boolean turned : new boolean[] {false, true}) {
          if (fits(g, text, turned)) {
            drawCentered(g, text, box, turned);
            return true;
          }
        }
      }
    }
    return false;
  }

  private List<List<String>> texts() {
    String name = layer.layer();
    String size = layer.rows() + " x " + layer.columns();
    return List.of(
        List.of(name, size),
        List.of(name + "  " + size),
        List.of(name),
        List.of(name.split("\\.", -1)));
  }

  private boolean fits(Graphics2D g, List<String> text, boolean turned) {
    double along = turned ? box.getHeight() : box.getWidth();
    double across = turned ? box.getWidth() : box.getHeight();
    FontMetrics font = g.getFontMetrics();
    int widest = text.stream().mapToInt(font::stringWidth).max().orElse(0);
    return widest + 2 * MARGIN <= along && lineHeight(font) * text.size() <= across;
  }

  /** A line to the right edge, and the name beyond it. */
  private void drawCallout(Graphics2D g, double rightEdge) {
    g.setPaint(Color.BLACK);
    g.setStroke(new BasicStroke(0.7f));
    double y = box.getCenterY();
    g.draw(new Line2D.Double(box.getMaxX(), y, rightEdge + CALLOUT, y));
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, CALLOUT_FONT));
    Rectangle2D beyond = new Rectangle2D.Double(rightEdge + CALLOUT, y, 2 * CALLOUT, 0);
    drawCentered(g, List.of(layer.layer()), beyond, true);
  }

  private static int lineHeight(FontMetrics font) {
    return font.getAscent() + font.getDescent();
  }

  private static void drawCentered(
      Graphics2D g, List<String> text, Rectangle2D place, boolean turned) {
    AffineTransform before = g.getTransform();
    g.translate(place.getCenterX(), place.getCenterY());
    if (turned) {
      g.rotate(-Math.PI / 2);
    }
    FontMetrics font = g.getFontMetrics();
    float y = -lineHeight(font) * text.size() / 2f + font.getAscent();
    for (String line : text) {
      g.drawString(line, -font.stringWidth(line) / 2f, y);
      y += lineHeight(font);
    }
    g.setTransform(before);
  }
}
