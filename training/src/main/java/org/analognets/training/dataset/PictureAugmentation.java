package org.analognets.training.dataset;

import java.util.random.RandomGenerator;
import org.analognets.frontends.picture.Downscale;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.Region;

/**
 * Changes pictures without changing whether a person is in them: another crop, mirrored, other light
 * and colours, soft, noisy, partly covered.
 */
public final class PictureAugmentation {
  private static final int CHANNELS = 3;

  private static final double LARGEST_SQUASH = 1.25;
  private static final double BRIGHTNESS = 0.2;
  private static final double CONTRAST = 0.35;
  private static final double SATURATION = 0.5;
  private static final double HUE_RADIANS = 0.35;
  private static final double GREY_SHARE = 0.06;
  private static final double BLUR_SHARE = 0.15;
  private static final double NOISE_SHARE = 0.25;
  private static final double LARGEST_NOISE = 0.05;
  private static final double LARGEST_COVER = 0.3;

  private final int height;
  private final int width;
  private final double smallestArea;
  private final double wholeShare;
  private final double smallestSide;
  private final double coverShare;

  private PictureAugmentation(
      int height,
      int width,
      double smallestArea,
      double wholeShare,
      double smallestSide,
      double coverShare) {
    this.height = height;
    this.width = width;
    this.smallestArea = smallestArea;
    this.wholeShare = wholeShare;
    this.smallestSide = smallestSide;
    this.coverShare = coverShare;
  }

  /** Crops of nearly half a picture and more, of which a person seldom falls outside. */
  public static PictureAugmentation varied(int height, int width) {
    return new PictureAugmentation(height, width, 0.45, 0.2, 1, 0.4);
  }

  /**
   * Pictures nearly whole and often smaller than the tensor. After many crops a network expects things
   * larger than they are in a whole picture; it does best where it learned on smaller ones than it is asked
   * about (Touvron et al., "Fixing the train-test resolution discrepancy", 2019).
   */
  public static PictureAugmentation calm(int height, int width) {
    return new PictureAugmentation(height, width, 0.8, 0.4, 0.6, 0.25);
  }

  /** What a checkpoint must agree with. */
  public String settings() {
    return String.join(
        " ",
        "crop " + smallestArea,
        "squash " + LARGEST_SQUASH,
        "side " + smallestSide,
        "light " + BRIGHTNESS + " " + CONTRAST,
        "colour " + SATURATION + " " + HUE_RADIANS + " " + GREY_SHARE,
        "blur " + BLUR_SHARE,
        "noise " + NOISE_SHARE + " " + LARGEST_NOISE,
        "cover " + coverShare + " " + LARGEST_COVER);
  }

  /** A part of the picture, sometimes all of it, with another aspect by at most a quarter. */
  public Region crop(Picture picture, RandomGenerator random) {
    if (random.nextDouble() < wholeShare) {
      return Region.whole(picture);
    }
    double area = smallestArea + (1 - smallestArea) * random.nextDouble();
    double squash = Math.exp(Math.log(LARGEST_SQUASH) * (2 * random.nextDouble() - 1));
    double wide = picture.width() * Math.min(1, Math.sqrt(area * squash));
    double tall = picture.height() * Math.min(1, Math.sqrt(area / squash));
    return new Region(
        (picture.width() - wide) * random.nextDouble(),
        (picture.height() - tall) * random.nextDouble(),
        wide,
        tall);
  }

  /** Writes a crop's tensor; a picture that is smaller than the tensor goes on mirrored around it. */
  void place(Picture picture, Region crop, float[] tensor, RandomGenerator random) {
    double side = smallestSide + (1 - smallestSide) * random.nextDouble();
    int tall = (int) Math.round(side * height);
    int wide = (int) Math.round(side * width);
    Downscale downscale = new Downscale(tall, wide);
    float[] small = new float[downscale.size()];
    downscale.apply(picture, crop, small);
    int top = random.nextInt(height - tall + 1);
    int left = random.nextInt(width - wide + 1);
    for (int y = 0; y < height; y++) {
      int row = mirrored(y - top, tall) * wide;
      for (int x = 0; x < width; x++) {
        int from = (row + mirrored(x - left, wide)) * CHANNELS;
        System.arraycopy(small, from, tensor, (y * width + x) * CHANNELS, CHANNELS);
      }
    }
  }

  private static int mirrored(int place, int length) {
    int inside = place < 0 ? -1 - place : place;
    return inside < length ? inside : 2 * length - 1 - inside;
  }

  /**
   * Disturbs a tensor in place; values stay in 0..1.
   *
   * @param scratch of the tensor's length
   */
  public void disturb(float[] tensor, float[] scratch, RandomGenerator random) {
    if (random.nextBoolean()) {
      mirror(tensor);
    }
    if (random.nextDouble() < BLUR_SHARE) {
      blur(tensor, scratch);
    }
    colour(tensor, random);
    if (random.nextDouble() < NOISE_SHARE) {
      noise(tensor, (float) (LARGEST_NOISE * random.nextDouble()), random);
    }
    if (random.nextDouble() < coverShare) {
      cover(tensor, random);
    }
    for (int i = 0; i < tensor.length; i++) {
      tensor[i] = Math.max(0f, Math.min(1f, tensor[i]));
    }
  }

  private void mirror(float[] tensor) {
    for (int y = 0; y < height; y++) {
      int left = y * width * CHANNELS;
      int right = left + (width - 1) * CHANNELS;
      for (; left < right; left += CHANNELS, right -= CHANNELS) {
        for (int c = 0; c < CHANNELS; c++) {
          float swapped = tensor[left + c];
          tensor[left + c] = tensor[right + c];
          tensor[right + c] = swapped;
        }
      }
    }
  }

  /** The mean of each place and its neighbours to the left, right, above and below. */
  private void blur(float[] tensor, float[] scratch) {
    System.arraycopy(tensor, 0, scratch, 0, tensor.length);
    int stride = width * CHANNELS;
    for (int y = 1; y < height - 1; y++) {
      for (int i = y * stride + CHANNELS; i < (y + 1) * stride - CHANNELS; i++) {
        float cross = scratch[i - CHANNELS] + scratch[i + CHANNELS];
        cross += scratch[i - stride] + scratch[i + stride];
        tensor[i] = 0.2f * (scratch[i] + cross);
      }
    }
  }

  /**
   * Light, contrast, saturation and hue at once: colours become {@code grey + saturation * rotation
   * (colour - grey)} about the grey axis, then {@code contrast * (colour - mean) + mean + brightness}.
   */
  private static void colour(float[] tensor, RandomGenerator random) {
    float brightness = (float) (BRIGHTNESS * (2 * random.nextDouble() - 1));
    float contrast = (float) Math.exp(CONTRAST * (2 * random.nextDouble() - 1));
    double saturation =
        random.nextDouble() < GREY_SHARE ? 0 : 1 + SATURATION * (2 * random.nextDouble() - 1);
    double hue = HUE_RADIANS * (2 * random.nextDouble() - 1);
    float along = (float) (saturation * Math.cos(hue));
    float across = (float) (saturation * Math.sin(hue) / Math.sqrt(3));
    float mean = 0;
    for (float value : tensor) {
      mean += value;
    }
    mean /= tensor.length;
    float shift = mean * (1 - contrast) + brightness;
    for (int i = 0; i < tensor.length; i += CHANNELS) {
      float red = tensor[i];
      float green = tensor[i + 1];
      float blue = tensor[i + 2];
      float grey = (red + green + blue) / 3;
      tensor[i] = contrast * (grey + along * (red - grey) + across * (blue - green)) + shift;
      tensor[i + 1] = contrast * (grey + along * (green - grey) + across * (red - blue)) + shift;
      tensor[i + 2] = contrast * (grey + along * (blue - grey) + across * (green - red)) + shift;
    }
  }

  private static void noise(float[] tensor, float deviation, RandomGenerator random) {
    for (int i = 0; i < tensor.length; i++) {
      // Uniform: several times as fast as a Gaussian, and a network can't tell.
      tensor[i] += deviation * 3.4641f * (random.nextFloat() - 0.5f);
    }
  }

  private void cover(float[] tensor, RandomGenerator random) {
    int tall = 1 + random.nextInt((int) (LARGEST_COVER * height));
    int wide = 1 + random.nextInt((int) (LARGEST_COVER * width));
    int top = random.nextInt(height - tall + 1);
    int left = random.nextInt(width - wide + 1);
    float[] colour = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
    for (int y = top; y < top + tall; y++) {
      for (int x = left; x < left + wide; x++) {
        System.arraycopy(colour, 0, tensor, (y * width + x) * CHANNELS, CHANNELS);
      }
    }
  }
}
