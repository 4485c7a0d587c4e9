package org.analognets.training.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFileTest {
  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsReadBackToTheMillisecond() throws IOException {
    Path file = folder.resolve("labels.txt");
    LabelFile.write(
        file, List.of(new Utterance(1.2344, 1.9, "yes"), new Utterance(3, 3.5, "smart mirror")));
    assertThat(LabelFile.read(file))
        .containsExactly(new Utterance(1.234, 1.9, "yes"), new Utterance(3, 3.5, "smart mirror"));
  }

  @Test
  void commentsAndEmptyLinesArePassedOverAndWordsComeInOrderOfTime() throws IOException {
    Path file = write("# by hand\n\n 4 5 no \n1.5\t2\tyes\n");
    assertThat(LabelFile.read(file))
        .containsExactly(new Utterance(1.5, 2, "yes"), new Utterance(4, 5, "no"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2", "1 x yes", "2 1 yes", "-1 1 yes", "NaN 1 yes"})
  void aWrongLineIsNamedWithFileAndNumber(String line) throws IOException {
    Path file = write("1 2 yes\n" + line + "\n");
    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ":2: ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aFileThatIsMissingOrNoTextIsNamed() throws IOException {
    Path missing = folder.resolve("missing.txt");
    assertThatThrownBy(() -> LabelFile.read(missing))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": no such label file");
    Path binary = folder.resolve("binary.txt");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThatThrownBy(() -> LabelFile.read(binary))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(binary + ": is no text");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.txt"), text);
  }
}
