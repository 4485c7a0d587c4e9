package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.analognets.analog.random.Randoms;
import org.analognets.frontends.picture.Downscale;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.Region;
import org.junit.jupiter.api.Test;

class PictureAugmentationTest {
  private static final int HEIGHT = 20;
  private static final int WIDTH = 30;
  private static final int DRAWS = 500;

  private final PictureAugmentation augmentation = PictureAugmentation.varied(HEIGHT, WIDTH);

  private static RandomGenerator random(int draw) {
    return Randoms.derive(3, "augmentation", draw);
  }

  private static float[] ramp() {
    float[] tensor = new float[HEIGHT * WIDTH * 3];
    for (int i = 0; i < tensor.length; i++) {
      tensor[i] = i % 97 / 96f;
    }
    return tensor;
  }

  @Test
  void valuesStayBetweenZeroAndOne() {
    float[] scratch = new float[HEIGHT * WIDTH * 3];
    for (int draw = 0; draw < DRAWS; draw++) {
      float[] tensor = ramp();
      augmentation.disturb(tensor, scratch, random(draw));
      for (float value : tensor) {
        assertThat(value).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void theSameDrawGivesTheSamePicture() {
    float[] first = ramp();
    float[] second = ramp();
    augmentation.disturb(first, new float[first.length], random(1));
    augmentation.disturb(second, new float[first.length], random(1));
    assertThat(second).isEqualTo(first);
    augmentation.disturb(second, new float[first.length], random(2));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void cropsLieInsideThePictureAndKeepNearlyHalfOfIt() {
    Picture picture = Pictures.plain(150, 112, 0, 0, 0);
    int whole = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Region crop = augmentation.crop(picture, random(draw));
      new Downscale(HEIGHT, WIDTH).apply(picture, crop, new float[HEIGHT * WIDTH * 3]);
      double part = crop.width() * crop.height() / (150.0 * 112);
      assertThat(part).isBetween(0.4, 1.0);
      double squash = crop.width() / 150 / (crop.height() / 112);
      assertThat(squash).isBetween(0.79, 1.26);
      whole += part > 0.9999 ? 1 : 0;
    }
    assertThat(whole).isBetween(60, 160);
  }

  @Test
  void calmOnesAreNearlyWhole() {
    Picture picture = Pictures.plain(150, 112, 0, 0, 0);
    PictureAugmentation calm = PictureAugmentation.calm(HEIGHT, WIDTH);
    for (int draw = 0; draw < DRAWS; draw++) {
      Region crop = calm.crop(picture, random(draw));
      assertThat(crop.width() * crop.height()).isGreaterThan(0.7 * 150 * 112);
    }
  }

  /** Mirrored about half the time: a picture that is dark on the left is then bright there. */
  @Test
  void halfOfThePicturesAreMirrored() {
    int mirrored = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      float[] tensor = new float[HEIGHT * WIDTH * 3];
      for (int i = 0; i < tensor.length; i++) {
        tensor[i] = i / 3 % WIDTH < WIDTH / 2 ? 0.2f : 0.8f;
      }
      augmentation.disturb(tensor, new float[tensor.length], random(draw));
      double left = 0;
      for (int i = 0; i < tensor.length; i++) {
        left += (i / 3 % WIDTH < WIDTH / 2 ? 1 : -1) * tensor[i];
      }
      mirrored += left > 0 ? 1 : 0;
    }
    assertThat(mirrored).isBetween(200, 300);
  }

  /** What is grey has no colour to change. */
  @Test
  void greyStaysGreyButForNoiseAndCover() {
    int grey = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      float[] tensor = new float[HEIGHT * WIDTH * 3];
      java.util.Arrays.fill(tensor, 0.5f);
      augmentation.disturb(tensor, new float[tensor.length], random(draw));
      boolean same = true;
      for (int i = 0; i < tensor.length; i += 3) {
        same &= Math.abs(tensor[i] - tensor[i + 1]) < 1e-5f;
        same &= Math.abs(tensor[i] - tensor[i + 2]) < 1e-5f;
      }
      grey += same ? 1 : 0;
    }
    // Without noise (75 %) and cover (60 %): 45 %.
    assertThat(grey / (double) DRAWS).isEqualTo(0.45, within(0.07));
  }
}
