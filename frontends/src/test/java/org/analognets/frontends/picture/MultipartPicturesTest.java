package org.analognets.frontends.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartPicturesTest {

  @ParameterizedTest
  @CsvSource({"b, --b", "--b, --b", "b, b", "--b, ----b"})
  void boundariesAreFoundWithWhateverDashesACameraAdds(String named, String sent)
      throws IOException {
    MultipartPictures parts =
        parts(
            named,
            "preamble\r\n",
            sent + "\r\nContent-Length: 5\r\n\r\nfirst\r\n",
            sent + "\r\ncontent-length:6 \r\n\r\nsecond\r\n");
    assertThat(next(parts)).isEqualTo("first");
    assertThat(next(parts)).isEqualTo("second");
  }

  @Test
  void aPartWithoutLengthLastsUntilTheNextBoundary() throws IOException {
    MultipartPictures parts =
        parts(
            "b",
            "--b\r\nContent-Type: image/jpeg\r\n\r\none\r\n\r\r\n--\r\n--a\r\n",
            "--b\r\nContent-Length: no number\r\n\r\ntwo\r\n--b--\r\n");
    assertThat(next(parts)).isEqualTo("one\r\n\r\r\n--\r\n--a");
    assertThat(next(parts)).isEqualTo("two");
    assertEnded(parts);
  }

  @Test
  void lengthIsTakenBeforeBoundary() throws IOException {
    MultipartPictures parts =
        parts("b", "--b\r\nContent-Length: 9\r\n\r\nx\r\n--b\r\ny\r\n--b\r\n\r\nz\r\n--b");
    assertThat(next(parts)).isEqualTo("x\r\n--b\r\ny");
    assertThat(next(parts)).isEqualTo("z");
  }

  @Test
  void afterALengthThatIsTooShortTheNextPartIsFoundAgain() throws IOException {
    MultipartPictures parts =
        parts(
            "b",
            "--b\r\nContent-Length: 2\r\n\r\nfirst\r\n",
            "--b\r\nContent-Length: 6\r\n\r\nsecond\r\n");
    assertThat(next(parts)).isEqualTo("fi");
    assertThat(next(parts)).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no boundary at all",
        "--b",
        "--b--\r\n",
        "--b\r\nContent-Length: 5\r\n\r\nfour",
        "--b\r\n\r\nfour\r\n--",
        "--b\r\nContent-Length: 70000000\r\n\r\nfour"
      })
  void aStreamThatEndsIsToldInOneLine(String bytes) {
    assertEnded(parts("b", bytes));
  }

  private static void assertEnded(MultipartPictures parts) {
    assertThatThrownBy(parts::next)
        .isInstanceOf(PictureException.class)
        .isNotInstanceOf(BrokenPictureException.class)
        .hasMessage("camera has ended its stream; is it still running?");
  }

  private static MultipartPictures parts(String boundary, String... bytes) {
    byte[] all = String.join("", bytes).getBytes(StandardCharsets.ISO_8859_1);
    return new MultipartPictures(new ByteArrayInputStream(all), boundary, "camera");
  }

  private static String next(MultipartPictures parts) throws IOException {
    return new String(parts.next(), StandardCharsets.ISO_8859_1);
  }
}
