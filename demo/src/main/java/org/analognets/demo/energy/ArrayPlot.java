package org.analognets.demo.energy;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.store.WholeFile;

/**
 * A picture of the array: each layer as a rectangle where it sits, one panel for each network.
 *
 * <p>Colours follow the order of computation. Written as PNG, {@value #SCALE} pixels to a point.
 */
public final class ArrayPlot {
  static final int SCALE = 2;
  static final int HEADER = 64;
  private static final int LEFT = 24;
  private static final int STRIP = 90;

  private final List<NetworkCost> costs;
  private final String origin;

  private ArrayPlot(List<NetworkCost> costs, String origin) {
    this.costs = List.copyOf(costs);
    this.origin = origin;
  }

  /**
   * Draws arrays side by side.
   *
   * @param costs one for each network, all of one accelerator
   * @param origin where the accelerator is from
   * @throws IOException when the file can't be written, or this Java can't draw text
   */
  public static void write(Path file, List<NetworkCost> costs, String origin) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(new ArrayPlot(costs, origin).image(), "png", png);
    WholeFile.write(file, png.toByteArray());
  }

  private BufferedImage image() throws IOException {
    int width = ArrayPanel.WIDTH * costs.size();
    int height = HEADER + ArrayPanel.HEIGHT;
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.scale(SCALE, SCALE);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setPaint(Color.WHITE);
      g.fillRect(0, 0, width, height);
      drawHeader(g);
      for (int i = 0; i < costs.size(); i++) {
        new ArrayPanel(costs.get(i), i * ArrayPanel.WIDTH, HEADER).draw(g);
      }
      return image;
    } catch (InternalError | NoClassDefFoundError | NullPointerException noFonts) {
      // How a JDK without fontconfig or fonts answers the first drawn letter.
      throw new IOException(
          "the plot can't be drawn, this Java finds no fonts; install fontconfig and a font,"
              + " such as Debian's fonts-dejavu-core",
          noFonts);
    } finally {
      g.dispose();
    }
  }

  private void drawHeader(Graphics2D g) {
    AonCim accelerator = costs.get(0).accelerator();
    String title =
        String.format(
            Locale.ROOT,
            "Layers on an array of %,d x %,d cells (%s)",
            accelerator.rows(),
            accelerator.columns(),
            origin);
    g.setPaint(ArrayPanel.INK);
    g.setFont(ArrayPanel.font(Font.BOLD, 20));
    // A what-if's path may be long.
    while (g.getFontMetrics().stringWidth(title) > costs.size() * ArrayPanel.WIDTH - 2 * LEFT
        && g.getFont().getSize() > 10) {
      g.setFont(ArrayPanel.font(Font.BOLD, g.getFont().getSize() - 1));
    }
    g.drawString(title, LEFT, 32);
    drawLegend(g);
  }

  private static void drawLegend(Graphics2D g) {
    String before = "colour: order of computation, first ";
    g.setPaint(ArrayPanel.FAINT);
    g.setFont(ArrayPanel.font(Font.PLAIN, 13));
    g.drawString(before, LEFT, 54);
    int at = LEFT + g.getFontMetrics().stringWidth(before);
    for (int x = 0; x < STRIP; x++) {
      g.setPaint(LayerColours.at((double) x / (STRIP - 1)));
      g.fillRect(at + x, 44, 1, 11);
    }
    g.setPaint(ArrayPanel.FAINT);
    g.drawString(" last; grey: free cells", at + STRIP, 54);
  }
}
