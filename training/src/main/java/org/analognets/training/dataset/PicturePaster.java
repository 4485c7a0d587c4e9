package org.analognets.training.dataset;

import java.util.random.RandomGenerator;
import org.analognets.frontends.picture.Downscale;
import org.analognets.frontends.picture.Picture;

/**
 * Pastes a narrow, tall picture, such as one of a single person, into a tensor with soft edges, at any
 * place and from a third of the height to all of it.
 */
final class PicturePaster {
  private static final int CHANNELS = 3;
  private static final double SMALLEST = 0.35;

  /** Pictures are wider than high as a rule and squashed to a square; what is pasted is too. */
  private static final double USUAL_SQUASH = 0.75;

  private static final double SOFT_EDGE = 0.15;

  private final int height;
  private final int width;

  PicturePaster(int height, int width) {
    this.height = height;
    this.width = width;
  }

  void paste(Picture picture, float[] tensor, RandomGenerator random) {
    double tall = height * (SMALLEST + (1 - SMALLEST) * random.nextDouble());
    double aspect = USUAL_SQUASH * picture.width() / picture.height();
    double squash = Math.exp(0.2 * (2 * random.nextDouble() - 1));
    int rows = Math.min(height, (int) Math.round(tall));
    int columns = Math.max(4, Math.min(width, (int) Math.round(tall * aspect * squash)));
    float[] pasted = new float[rows * columns * CHANNELS];
    new Downscale(rows, columns).apply(picture, pasted);
    int top = random.nextInt(height - rows + 1);
    int left = random.nextInt(width - columns + 1);
    for (int y = 0; y < rows; y++) {
      float vertical = edge(y, rows);
      for (int x = 0; x < columns; x++) {
        float share = vertical * edge(x, columns);
        int from = (y * columns + x) * CHANNELS;
        int to = ((top + y) * width + left + x) * CHANNELS;
        for (int c = 0; c < CHANNELS; c++) {
          tensor[to + c] += share * (pasted[from + c] - tensor[to + c]);
        }
      }
    }
  }

  /** Rises from 0 at an edge to 1 inside. */
  private static float edge(int place, int length) {
    double inside = Math.min(place + 0.5, length - place - 0.5) / (SOFT_EDGE * length);
    return (float) Math.min(1, inside);
  }
}
