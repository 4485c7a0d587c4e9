package org.analognets.frontends.picture;

import java.util.Arrays;

/**
 * Brings pictures of any size to the tensor of a network: height x width x red, green, blue, with
 * values 0..1.
 *
 * <p>The whole picture is squashed to the tensor's sides; nothing is cropped and no border is added.
 * Along a side with fewer places than pixels, each place is the mean of the pixels it covers, cut pixels
 * counting by their part: what is finer than a place becomes its mean instead of a false pattern. Along a
 * side that is enlarged, values are interpolated linearly between the centres of pixels.
 *
 * <p>Works row by row: the few rows of pixels that a row of the tensor needs are squashed sideways
 * first, then added up. Not safe for several threads at once; allocates only when a picture is larger
 * than those before.
 */
public final class Downscale {
  private static final int CHANNELS = 3;

  private final int height;
  private final int width;
  private final Taps columns;
  private final Taps rows;

  /** Two rows of pixels, squashed sideways; row y is kept in place y % 2. */
  private final float[][] squashed;

  private final int[] kept = new int[2];

  /**
   * @param height of the tensors
   * @param width of the tensors
   */
  public Downscale(int height, int width) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException("downscale: to %d x %d places".formatted(width, height));
    }
    this.height = height;
    this.width = width;
    this.columns = new Taps(width);
    this.rows = new Taps(height);
    this.squashed = new float[2][width * CHANNELS];
  }

  /** Floats in a tensor. */
  public int size() {
    return height * width * CHANNELS;
  }

  /** Writes the tensor of a whole picture. */
  public void apply(Picture picture, float[] tensor) {
    apply(picture, Region.whole(picture), tensor);
  }

  /**
   * Writes the tensor of a part of a picture.
   *
   * @param region inside the picture
   * @param tensor {@link #size} floats
   */
  public void apply(Picture picture, Region region, float[] tensor) {
    if (!region.inside(picture)) {
      throw new IllegalArgumentException(
          "downscale: %s is not inside %d x %d pixels"
              .formatted(region, picture.width(), picture.height()));
    }
    if (tensor.length != size()) {
      throw new IllegalArgumentException(
          "downscale: a tensor of %d floats, not %d".formatted(size(), tensor.length));
    }
    columns.cover(region.left(), region.width(), picture.width(), 1.0 / 255);
    rows.cover(region.top(), region.height(), picture.height(), 1);
    Arrays.fill(kept, -1);
    Arrays.fill(tensor, 0f);
    int stride = width * CHANNELS;
    for (int place = 0; place < height; place++) {
      for (int tap = 0; tap < rows.count[place]; tap++) {
        float[] row = squash(picture, rows.first[place] + tap);
        float weight = rows.weight(place, tap);
        int at = place * stride;
        for (int i = 0; i < stride; i++) {
          tensor[at + i] += weight * row[i];
        }
      }
    }
  }

  /** One row of pixels at the tensor's width; neighbouring places share rows, so two are kept. */
  private float[] squash(Picture picture, int y) {
    float[] row = squashed[y & 1];
    if (kept[y & 1] == y) {
      return row;
    }
    kept[y & 1] = y;
    byte[] rgb = picture.rgb();
    int start = y * picture.width() * CHANNELS;
    for (int place = 0; place < width; place++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      int at = start + columns.first[place] * CHANNELS;
      for (int tap = 0; tap < columns.count[place]; tap++, at += CHANNELS) {
        float weight = columns.weight(place, tap);
        red += weight * (rgb[at] & 0xff);
        green += weight * (rgb[at + 1] & 0xff);
        blue += weight * (rgb[at + 2] & 0xff);
      }
      row[place * CHANNELS] = red;
      row[place * CHANNELS + 1] = green;
      row[place * CHANNELS + 2] = blue;
    }
    return row;
  }

  /** Which pixels each place along one side is made of, and how much of each. */
  private static final class Taps {
    private final int[] first;
    private final int[] count;
    private float[] weights = new float[0];
    private int most;

    Taps(int places) {
      this.first = new int[places];
      this.count = new int[places];
    }

    float weight(int place, int tap) {
      return weights[place * most + tap];
    }

    /** Weights of each place sum to {@code total}. */
    void cover(double start, double length, int pixels, double total) {
      double step = length / first.length;
      most = (int) Math.ceil(Math.max(step, 1)) + 2;
      if (weights.length < first.length * most) {
        weights = new float[first.length * most];
      }
      for (int place = 0; place < first.length; place++) {
        if (step >= 1) {
          average(place, start + place * step, start + (place + 1) * step, pixels, total);
        } else {
          interpolate(place, start + (place + 0.5) * step - 0.5, pixels, total);
        }
      }
    }

    private void average(int place, double from, double to, int pixels, double total) {
      // An edge that rounding puts a hair past a pixel must not count that pixel.
      int low = Math.min((int) (from + 1e-9), pixels - 1);
      int high = Math.min(Math.max((int) Math.ceil(to - 1e-9), low + 1), pixels);
      first[place] = low;
      count[place] = high - low;
      double covered = Math.min(to, high) - Math.max(from, low);
      for (int pixel = low; pixel < high; pixel++) {
        double part = Math.min(to, pixel + 1) - Math.max(from, pixel);
        weights[place * most + pixel - low] = (float) (part / covered * total);
      }
    }

    private void interpolate(int place, double centre, int pixels, double total) {
      double inside = Math.max(0, Math.min(pixels - 1, centre));
      int low = Math.min((int) inside, Math.max(pixels - 2, 0));
      first[place] = low;
      count[place] = Math.min(2, pixels);
      float upper = (float) ((inside - low) * total);
      weights[place * most] = (float) total - upper;
      weights[place * most + 1] = upper;
    }
  }
}
