package org.analognets.demo.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.analognets.analog.chip.AonCim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayPlotTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  @TempDir private Path folder;
  private Path file;
  private BufferedImage image;

  @BeforeEach
  void drawKeywordNetwork() throws IOException {
    file = folder.resolve("array.png");
    ArrayPlot.write(file, List.of(NetworkCost.of(Subject.kws(), AonCim.defaults())), "test");
    image = ImageIO.read(file.toFile());
  }

  @Test
  void fileIsAPngOfOnePanel() throws IOException {
    assertThat(Files.readAllBytes(file)).startsWith(PNG);
    assertThat(image.getWidth()).isEqualTo(ArrayPlot.SCALE * ArrayPanel.WIDTH);
    assertThat(image.getHeight())
        .isEqualTo(ArrayPlot.SCALE * (ArrayPlot.HEADER + ArrayPanel.HEIGHT));
  }

  /** By area: a layer's part of the drawn cells is its part of the array's weights. */
  @Test
  void everyLayerHasAnAreaOfItsColourInProportion() {
    Map<Integer, Integer> pixels = pixelsByColour();
    int[] weights = {40 * 84, 756 * 112, 1008 * 84, 756 * 84, 756 * 84, 84 * 12};
    double pixelsPerWeight = (double) pixels.get(LayerColours.at(2 / 5.0).getRGB()) / weights[2];
    for (int l = 0; l < weights.length; l++) {
      Integer drawn = pixels.get(LayerColours.at(l / 5.0).getRGB());
      assertThat(drawn).as("layer %d", l).isNotNull();
      // Labels and borders cover much of the smallest rectangles.
      assertThat(drawn / pixelsPerWeight)
          .as("layer %d", l)
          .isBetween(0.5 * weights[l], 1.1 * weights[l]);
    }
  }

  @Test
  void coloursRunFromDarkToLight() {
    double before = -1;
    for (int i = 0; i <= 20; i++) {
      var colour = LayerColours.at(i / 20.0);
      double luminance =
          0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
      assertThat(luminance).isGreaterThan(before);
      before = luminance;
    }
  }

  private Map<Integer, Integer> pixelsByColour() {
    Map<Integer, Integer> pixels = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixels.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    return pixels;
  }
}
