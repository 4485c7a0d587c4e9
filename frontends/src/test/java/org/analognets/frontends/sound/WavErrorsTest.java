package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user reads when a file can't be used: one line, the file first, then what and what to do.
 */
class WavErrorsTest {
  @TempDir Path directory;

  static Stream<Arguments> badFiles() {
    byte[] good = WavBytes.wav().samples(new float[100]).build();
    byte[] noFormat = good.clone();
    noFormat[12] = 'j';
    return Stream.of(
        arguments("empty", new byte[0], "is empty (0 bytes); record or copy it again"),
        arguments("text", ascii("hello, world"), "is not a WAV file; convert it"),
        arguments("short", ascii("RIFF"), "is not a WAV file; convert it"),
        arguments("mp3", ascii("ID3 and so on"), "is not a WAV file but MP3; convert it"),
        arguments("flac", ascii("fLaC and so on"), "is not a WAV file but FLAC; convert it"),
        arguments("avi", ascii("RIFF1234AVI LIST"), "is not a WAV file; convert it"),
        arguments(
            "truncated",
            Arrays.copyOf(good, good.length - 50),
            "is truncated, 50 of 200 bytes of samples are missing; copy or record it again"),
        arguments("header only", Arrays.copyOf(good, 30), "the WAV file ends before its samples"),
        arguments("no data chunk", Arrays.copyOf(good, 36), "the WAV file ends before its samples"),
        arguments("no format", noFormat, "has no sample format before its samples"),
        arguments("no samples", WavBytes.wav().build(), "holds no samples; record or export"),
        arguments(
            "no channels",
            WavBytes.wav().channels(0).data(new byte[10]).build(),
            "has 0 channels, not 1 to 256; export it again"),
        arguments(
            "no rate",
            WavBytes.wav().rateHz(0).samples(0).build(),
            "has a sample rate of 0 Hz, not 1000 to 768000 Hz"),
        arguments(
            "absurd rate",
            WavBytes.wav().rateHz(4_000_000_000L).samples(0).build(),
            "has a sample rate of 4000000000 Hz, not 1000 to 768000 Hz"),
        arguments(
            "mu-law",
            WavBytes.wav().format(7, 8).samples(0).build(),
            "holds 8-bit mu-law samples; only PCM of 8, 16, 24, 32 bit and float"),
        arguments(
            "wide PCM",
            WavBytes.wav().format(1, 64).data(new byte[8]).build(),
            "holds 64-bit PCM samples; only PCM of 8, 16, 24, 32 bit and float"),
        arguments(
            "narrow float",
            WavBytes.wav().format(3, 16).data(new byte[2]).build(),
            "holds 16-bit float samples; only PCM"),
        arguments(
            "frame size", frameOf(3), "gives 3 bytes per frame where 1 channels of 2 bytes need 2"),
        arguments(
            "not a number",
            WavBytes.wav().encoding(PcmEncoding.FLOAT_32).samples(0, Float.NaN).build(),
            "holds a sample that is not a number; export it again"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aBadFileIsNamedInOneLineWithWhatToDo(String name, byte[] bytes, String problem)
      throws IOException {
    Path file = directory.resolve(name + ".wav");
    Files.write(file, bytes);
    AudioException error = catchThrowableOfType(AudioException.class, () -> WavFile.read(file));
    assertThat(error.getMessage()).contains(problem).startsWith(file + ": ").hasLineCount(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aBadStreamGivesTheSameError(String name, byte[] bytes, String problem) {
    assertThatThrownBy(() -> WavFile.read(new ByteArrayInputStream(bytes), name))
        .isInstanceOf(AudioException.class)
        .hasMessageStartingWith(name + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void truncationIsFoundWhenAFileIsOpenedAndNotInTheMiddleOfIt() throws IOException {
    Path file = directory.resolve("cut.wav");
    byte[] good = WavBytes.wav().samples(new float[100_000]).build();
    Files.write(file, Arrays.copyOf(good, good.length - 2));
    assertThatThrownBy(() -> new WavSource(file).open()).hasMessageContaining("is truncated, 2 of");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = directory.resolve("none.wav");
    assertThatThrownBy(() -> new WavSource(file).open())
        .isInstanceOf(AudioException.class)
        .hasMessage(file + ": no such file; check the name");
  }

  @Test
  void aDirectoryIsNamed() {
    assertThatThrownBy(() -> WavFile.read(directory))
        .isInstanceOf(AudioException.class)
        .hasMessage(directory + ": is a directory; give the name of a WAV file in it");
  }

  @Test
  void aForbiddenFileIsToldApartFromABrokenOne() {
    assertThat(WavFile.unreadable("a.wav", new AccessDeniedException("a.wav")))
        .hasMessage("a.wav: permission denied; make it readable");
    assertThat(WavFile.unreadable("a.wav", new IOException("Input/output error")))
        .hasMessage("a.wav: cannot be read (Input/output error); check the file");
  }

  @Test
  void anUnreadableFileIsNamedOnce() throws IOException {
    Path loop = directory.resolve("loop.wav");
    Files.createSymbolicLink(loop, loop);
    AudioException error = catchThrowableOfType(AudioException.class, () -> WavFile.read(loop));
    assertThat(error.getMessage()).startsWith(loop + ": cannot be read (").hasLineCount(1);
    assertThat(error.getMessage().lastIndexOf(loop.toString())).isZero();
  }

  private static byte[] frameOf(int bytes) {
    byte[] wav = WavBytes.wav().samples(0, 0, 0).build();
    wav[32] = (byte) bytes;
    return wav;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
