package org.analognets.analog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void replacesWhatWasThereAndLeavesNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("a.bin"), "old and longer");
    WholeFile.write(file, new byte[] {1, 2});
    assertThat(file).hasBinaryContent(new byte[] {1, 2});
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void missingFolderIsOneLineThatNamesTheFile() {
    Path file = folder.resolve("none").resolve("a.bin");
    assertThatThrownBy(() -> WholeFile.write(file, new byte[1]))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": can't be written");
  }

  @Test
  void aFolderOfThatNameStays() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a.bin"));
    assertThatThrownBy(() -> WholeFile.write(target, new byte[1]))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(target + ": can't be written");
    assertThat(target).isDirectory();
    assertThat(folder.toFile().list()).hasSize(1);
  }
}
