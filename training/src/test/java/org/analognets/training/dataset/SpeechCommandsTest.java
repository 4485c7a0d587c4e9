package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.analognets.frontends.sound.WavFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechCommandsTest {
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void writeFolder() throws IOException {
    folder = temporary.resolve("speech");
    write("yes/bb31b82b_nohash_2.wav", Sounds.tone(300, 16_000));
    write("yes/9151f184_nohash_0.wav", Sounds.tone(500, 12_000));
    write("no/b00dff7e_nohash_0.wav", Sounds.tone(700, 16_000));
    write("_background_noise_/hum.wav", Sounds.tone(50, 32_000));
    write("_other_wake_words_/alexa/1.wav", Sounds.tone(900, 48_000));
    Files.writeString(folder.resolve("README.md"), "not a clip");
    Files.writeString(folder.resolve("yes/.DS_Store"), "not a clip either");
  }

  private void write(String name, short[] samples) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    float[] floats = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      floats[i] = samples[i] / 32768f;
    }
    WavFile.write(file, floats);
  }

  @Test
  void aFolderGivesItsClipsByNameBitForBit() throws IOException {
    SpeechCommands data = SpeechCommands.read(folder);
    assertThat(data.clips())
        .extracting(Clip::name)
        .containsExactly(
            "no/b00dff7e_nohash_0.wav", "yes/9151f184_nohash_0.wav", "yes/bb31b82b_nohash_2.wav");
    assertThat(data.clips()).extracting(Clip::word).containsExactly("no", "yes", "yes");
    assertThat(data.clips().get(1).samples()).isEqualTo(Sounds.tone(500, 12_000));
  }

  @Test
  void noiseAndFurtherSpeechAreNoWords() throws IOException {
    SpeechCommands data = SpeechCommands.read(folder);
    assertThat(data.noises()).extracting(Clip::name).containsExactly("_background_noise_/hum.wav");
    assertThat(data.extras())
        .extracting(Clip::name)
        .containsExactly("_other_wake_words_/alexa/1.wav");
    assertThat(data.extras()).extracting(Clip::word).containsExactly("alexa");
  }

  @Test
  void withoutListsTheHashRuleSplits() throws IOException {
    SpeechCommands data = SpeechCommands.read(folder);
    assertThat(data.clips())
        .extracting(Clip::split)
        .containsExactly(Split.VALIDATION, Split.TRAINING, Split.TESTING);
  }

  @Test
  void listFilesOverrideTheHashRule() throws IOException {
    Files.writeString(folder.resolve("validation_list.txt"), "yes/9151f184_nohash_0.wav\n");
    Files.writeString(folder.resolve("testing_list.txt"), "no/b00dff7e_nohash_0.wav\r\n");
    for (Path path : List.of(folder, archive("./"))) {
      assertThat(SpeechCommands.read(path).clips())
          .extracting(Clip::split)
          .containsExactly(Split.TESTING, Split.VALIDATION, Split.TRAINING);
    }
  }

  @Test
  void anArchiveGivesWhatItsFolderGives() throws IOException {
    SpeechCommands fromFolder = SpeechCommands.read(folder);
    for (String prefix : List.of("./", "")) {
      SpeechCommands fromArchive = SpeechCommands.read(archive(prefix));
      assertSame(fromArchive.clips(), fromFolder.clips());
      assertSame(fromArchive.noises(), fromFolder.noises());
      assertSame(fromArchive.extras(), fromFolder.extras());
    }
  }

  private static void assertSame(List<Clip> clips, List<Clip> expected) {
    assertThat(clips).hasSameSizeAs(expected);
    for (int i = 0; i < clips.size(); i++) {
      assertThat(clips.get(i).name()).isEqualTo(expected.get(i).name());
      assertThat(clips.get(i).word()).isEqualTo(expected.get(i).word());
      assertThat(clips.get(i).split()).isEqualTo(expected.get(i).split());
      assertThat(clips.get(i).samples()).isEqualTo(expected.get(i).samples());
    }
  }

  @Test
  void progressCountsTheFilesUpToTheLast() throws IOException {
    List<Integer> counts = new ArrayList<>();
    SpeechCommands.read(folder, counts::add);
    assertThat(counts).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aMissingPathIsNamed() {
    Path missing = temporary.resolve("missing");
    assertOneLine(() -> SpeechCommands.read(missing), missing, "no such folder");
  }

  @Test
  void aFolderWithoutClipsIsNamed() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    assertOneLine(() -> SpeechCommands.read(empty), empty, "holds no clips");
    Files.writeString(empty.resolve("notes.txt"), "no clip");
    assertOneLine(() -> SpeechCommands.read(empty), empty, "holds no clips");
  }

  @Test
  void aFileThatIsNoArchiveIsNamed() throws IOException {
    Path text = Files.writeString(temporary.resolve("speech.tar.gz"), "<html>not found</html>");
    assertOneLine(() -> SpeechCommands.read(text), text, "can't be read as a .tar.gz");
    Path empty = Files.createFile(temporary.resolve("empty.tar.gz"));
    assertOneLine(() -> SpeechCommands.read(empty), empty, "can't be read as a .tar.gz");
  }

  @Test
  void aTruncatedArchiveIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(archive("./"));
    Path cut = temporary.resolve("cut.tar.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertOneLine(() -> SpeechCommands.read(cut), cut, "can't be read as a .tar.gz");
  }

  @Test
  void aBrokenClipIsNamedWithItsArchive() throws IOException {
    Files.writeString(folder.resolve("yes/9151f184_nohash_0.wav"), "RIFF");
    Path archive = archive("./");
    assertOneLine(() -> SpeechCommands.read(archive), archive, "yes/9151f184_nohash_0.wav");
    assertOneLine(() -> SpeechCommands.read(folder), folder, "yes/9151f184_nohash_0.wav");
  }

  @Test
  void aFolderThatPointsIntoItselfIsNamed() throws IOException {
    Files.createSymbolicLink(folder.resolve("yes/loop"), folder);
    assertOneLine(() -> SpeechCommands.read(folder), folder, "loop");
  }

  private static void assertOneLine(ThrowingCallable read, Path path, String... parts) {
    assertThatThrownBy(read)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining(path.toString())
        .message()
        .doesNotContain("\n", "null");
  }

  /** The folder as an archive; the original's entries start with "./". */
  private Path archive(String prefix) throws IOException {
    Path file = temporary.resolve("speech" + prefix.length() + ".tar.gz");
    try (TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
        Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        String name = prefix + folder.relativize(path);
        tar.putArchiveEntry(new TarArchiveEntry(path, name.isEmpty() ? "./" : name));
        if (Files.isRegularFile(path)) {
          Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
      }
    }
    return file;
  }
}
