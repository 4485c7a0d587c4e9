package org.analognets.frontends.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamerasTest {
  private static final List<Camera> TWO =
      List.of(
          new Camera(0, "Integrated Camera /dev/video0", "320x240"),
          new Camera(1, "USB Camera /dev/video2", "320x240"));

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "usb, 1", "USB Camera /dev/video2, 1", "video0, 0"})
  void indexThenExactNameThenUniquePartOfANameIsChosen(String wanted, int index)
      throws PictureException {
    assertThat(Cameras.select(TWO, wanted).index()).isEqualTo(index);
  }

  @Test
  void whatFitsNoneIsAnsweredWithAll() {
    assertThatThrownBy(() -> Cameras.select(TWO, "telescope"))
        .isInstanceOf(PictureException.class)
        .hasMessage(
            "no camera \"telescope\"; there are: 0 Integrated Camera /dev/video0;"
                + " 1 USB Camera /dev/video2");
  }

  @Test
  void whatFitsSeveralIsAnsweredWithThose() {
    assertThatThrownBy(() -> Cameras.select(TWO, "camera"))
        .isInstanceOf(PictureException.class)
        .hasMessageStartingWith("\"camera\" fits several cameras, give an index: 0 Integrated");
  }

  @Test
  void aMachineWithoutCamerasSaysSo() {
    assertThatThrownBy(() -> Cameras.select(List.of(), "0"))
        .isInstanceOf(PictureException.class)
        .hasMessage(
            "no camera found; connect one, or name a network camera or a folder of pictures"
                + " instead");
  }
}
