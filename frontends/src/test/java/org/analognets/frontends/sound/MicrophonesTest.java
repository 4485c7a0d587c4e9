package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MicrophonesTest {
  private static final List<Microphone> THREE =
      List.of(
          microphone(0, "default [default]"),
          microphone(1, "Webcam [plughw:1,0]"),
          microphone(2, "Webcam [plughw:1,0] stereo"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "2 | 2",
        "default | 0",
        "DEFAULT [ | 0",
        "STEREO | 2",
        "Webcam [plughw:1,0] | 1"
      })
  void indexThenExactNameThenUniquePartOfANameIsChosen(String wanted, int index)
      throws AudioException {
    assertThat(Microphones.select(THREE, wanted).index()).isEqualTo(index);
  }

  @ParameterizedTest
  @ValueSource(strings = {"headset", "3", "", "99999999999"})
  void whatFitsNoneIsAnsweredWithAll(String wanted) {
    assertThatThrownBy(() -> Microphones.select(THREE, wanted))
        .isInstanceOf(AudioException.class)
        .hasMessage(
            "no microphone \"%s\"; there are: 0 default [default]; 1 Webcam [plughw:1,0]; 2 Webcam"
                + " [plughw:1,0] stereo",
            wanted);
  }

  @Test
  void whatFitsSeveralIsAnsweredWithThose() {
    assertThatThrownBy(() -> Microphones.select(THREE, "webcam"))
        .isInstanceOf(AudioException.class)
        .hasMessage(
            "\"webcam\" fits several microphones, give an index: 1 Webcam [plughw:1,0]; 2 Webcam"
                + " [plughw:1,0] stereo");
  }

  @Test
  void aMachineWithoutMicrophonesSaysSo() {
    assertThatThrownBy(() -> Microphones.select(List.of(), "0"))
        .isInstanceOf(AudioException.class)
        .hasMessage("no microphone found; connect one or use a WAV file instead");
  }

  @Test
  void aMicrophoneThatIsGoneIsNamed() {
    assertThatThrownBy(() -> new MicrophoneSource(microphone(7, "no such device")).open())
        .isInstanceOf(AudioException.class)
        .hasMessageStartingWith("microphone no such device is gone; there ");
  }

  @Test
  void listedDevicesAreNumberedInOrder() {
    List<Microphone> list = Microphones.list();
    assertThat(list).extracting(Microphone::index).containsExactlyElementsOf(indices(list));
  }

  private static List<Integer> indices(List<Microphone> list) {
    return IntStream.range(0, list.size()).boxed().toList();
  }

  private static Microphone microphone(int index, String name) {
    return new Microphone(index, name, "", "");
  }
}
