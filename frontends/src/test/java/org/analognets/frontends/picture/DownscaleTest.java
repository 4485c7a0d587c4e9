package org.analognets.frontends.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntBinaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownscaleTest {
  private static final Offset<Float> ROUNDING = within(2e-6f);

  private static Picture grey(int width, int height, IntBinaryOperator value) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * width + x) + c] = (byte) value.applyAsInt(x, y);
        }
      }
    }
    return new Picture(width, height, rgb);
  }

  /** No two neighbours alike. */
  private static Picture noise(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) ((i * 0x9e3779b9) >>> 24);
    }
    return new Picture(width, height, rgb);
  }

  private static float[] scaled(Picture picture, int height, int width) {
    Downscale downscale = new Downscale(height, width);
    float[] tensor = new float[downscale.size()];
    downscale.apply(picture, tensor);
    return tensor;
  }

  @Test
  void aFineCheckerboardBecomesItsMeanAndNoFalsePattern() {
    Picture board = grey(1000, 800, (x, y) -> (x + y) % 2 * 255);
    for (float value : scaled(board, 100, 100)) {
      assertThat(value).isEqualTo(0.5f, within(1e-4f));
    }
  }

  /** Along each side a place covers 7.77 or 5.33 pixels, so that at most one of them is unpaired. */
  @Test
  void aCheckerboardThatDoesNotDivideStaysWithinWhatOneUnpairedPixelCanDo() {
    Picture board = grey(777, 533, (x, y) -> (x + y) % 2 * 255);
    float most = 0.5f / (7.77f * 5.33f);
    for (float value : scaled(board, 100, 100)) {
      assertThat(value).isEqualTo(0.5f, within(most));
    }
  }

  @ParameterizedTest
  @CsvSource({"640,480", "100,100", "37,211", "64,128", "1,1", "4000,3"})
  void oneColourStaysThatColourAtEverySize(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = 10;
      rgb[i + 1] = (byte) 200;
      rgb[i + 2] = (byte) 255;
    }
    float[] tensor = scaled(new Picture(width, height, rgb), 100, 100);
    for (int i = 0; i < tensor.length; i += 3) {
      assertThat(tensor[i]).isEqualTo(10 / 255f, ROUNDING);
      assertThat(tensor[i + 1]).isEqualTo(200 / 255f, ROUNDING);
      assertThat(tensor[i + 2]).isEqualTo(1f, ROUNDING);
    }
  }

  @Test
  void aPictureOfTheTensorsSizeStaysAsItIs() {
    Picture picture = noise(40, 30);
    float[] tensor = scaled(picture, 30, 40);
    for (int i = 0; i < tensor.length; i++) {
      assertThat(tensor[i]).isEqualTo((picture.rgb()[i] & 0xff) / 255f, ROUNDING);
    }
  }

  @ParameterizedTest
  @CsvSource({"640,480", "101,100", "150,112", "333,777"})
  void averagingKeepsTheMeanOfThePicture(int width, int height) {
    Picture picture = noise(width, height);
    double before = 0;
    for (byte value : picture.rgb()) {
      before += (value & 0xff) / 255.0;
    }
    double after = 0;
    float[] tensor = scaled(picture, 100, 100);
    for (float value : tensor) {
      after += value;
    }
    assertThat(after / tensor.length).isEqualTo(before / picture.rgb().length, within(1e-5));
  }

  /** Three pixels to two places: each covers one and a half. */
  @Test
  void cutPixelsCountByTheirPart() {
    float[] tensor = scaled(grey(3, 1, (x, y) -> new int[] {30, 90, 240}[x]), 1, 2);
    assertThat(tensor[0]).isEqualTo((30 + 0.5f * 90) / 1.5f / 255, ROUNDING);
    assertThat(tensor[3]).isEqualTo((0.5f * 90 + 240) / 1.5f / 255, ROUNDING);
  }

  /** Two pixels to four places: their centres lie a quarter and three quarters of the way. */
  @Test
  void aSideThatIsEnlargedIsInterpolatedBetweenCentres() {
    float[] tensor = scaled(grey(2, 1, (x, y) -> x * 200), 1, 4);
    assertThat(tensor[0]).isEqualTo(0f, ROUNDING);
    assertThat(tensor[3]).isEqualTo(50 / 255f, ROUNDING);
    assertThat(tensor[6]).isEqualTo(150 / 255f, ROUNDING);
    assertThat(tensor[9]).isEqualTo(200 / 255f, ROUNDING);
  }

  @Test
  void theSidesAreScaledEachForItself() {
    // Upper half black, lower half white; columns all alike.
    float[] tensor = scaled(grey(2, 10, (x, y) -> y < 5 ? 0 : 255), 2, 4);
    for (int i = 0; i < 12; i++) {
      assertThat(tensor[i]).isZero();
      assertThat(tensor[12 + i]).isEqualTo(1f, ROUNDING);
    }
  }

  /** From 0.5 to 2.5 of pixels 0, 100, 200: half of each outer one. */
  @Test
  void aRegionMayCutThroughPixels() {
    Picture picture = grey(4, 1, (x, y) -> x * 80);
    float[] tensor = new float[3];
    new Downscale(1, 1).apply(picture, new Region(0.5, 0, 2, 1), tensor);
    assertThat(tensor[0]).isEqualTo((0.5f * 0 + 80 + 0.5f * 160) / 2 / 255, ROUNDING);
  }

  @Test
  void whatWasScaledBeforeLeavesNoTrace() {
    Downscale downscale = new Downscale(20, 20);
    float[] reused = new float[downscale.size()];
    downscale.apply(noise(500, 400), reused);
    downscale.apply(noise(33, 47), reused);
    assertThat(reused).isEqualTo(scaled(noise(33, 47), 20, 20));
  }

  @Test
  void aRegionOutsideThePictureAndATensorOfAnotherSizeAreRefused() {
    Picture picture = noise(10, 10);
    Downscale downscale = new Downscale(5, 5);
    assertThatThrownBy(() -> downscale.apply(picture, new Region(6, 0, 5, 5), new float[75]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not inside 10 x 10");
    assertThatThrownBy(() -> downscale.apply(picture, new float[74]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("75 floats, not 74");
    assertThatThrownBy(() -> new Downscale(0, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Region(0, 0, 0, 5)).isInstanceOf(IllegalArgumentException.class);
  }
}
