package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSetTest {
  private static final String HEADER = "path,source,scene,label,teacher_p_person";

  @TempDir private Path folder;

  private void table(String... lines) throws IOException {
    Files.write(folder.resolve("labels.csv"), List.of(lines));
  }

  private void picture(String path) throws IOException {
    Pictures.write(folder.resolve(path), 30, 20, 0x4080c0);
  }

  @Test
  void aTableIsReadByTheNamesOfItsColumns() throws IOException {
    picture("images/a.png");
    picture("images/b.png");
    picture("images/c.png");
    table(
        "scene,width,teacher_p_person,label,source,path",
        "s1,30,0.25,person,web,images/a.png",
        "s2,30,,no_person,web,images/b.png",
        "s2,30,1,unlabelled,film,images/c.png");
    assertThat(PictureSet.read(folder).pictures())
        .extracting(
            LabelledPicture::name,
            LabelledPicture::source,
            LabelledPicture::scene,
            LabelledPicture::label,
            LabelledPicture::teacherPerson)
        .containsExactly(
            tuple("images/a.png", "web", "s1", PersonLabel.PERSON, OptionalDouble.of(0.25)),
            tuple("images/b.png", "web", "s2", PersonLabel.NO_PERSON, OptionalDouble.empty()),
            tuple("images/c.png", "film", "s2", PersonLabel.UNLABELLED, OptionalDouble.of(1)));
    assertThat(PictureSet.read(folder).pictures().get(0).picture().at(7, 7, 2)).isEqualTo(0xc0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "path,source,label,teacher_p_person | images/a.png,web,person,0.5 | no column 'scene'",
        "path,source,scene,label | images/a.png,web,s,maybe | line 2: label 'maybe'",
        "path,source,scene,label | images/a.png,web,person | line 2: has 3 fields, not 4",
        "path,source,scene,label | images/z.png,web,s,person | z.png: no such picture",
        "path,source,scene,label,teacher_p_person | images/a.png,web,s,person,1.5 | '1.5' is no prob",
        "path,source,scene,label,teacher_p_person | images/a.png,web,s,person,x | 'x' is no prob"
      })
  void aFaultyTableIsOneLineThatSaysWhere(String header, String line, String complaint)
      throws IOException {
    picture("images/a.png");
    table(header, line);
    assertThatThrownBy(() -> PictureSet.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(complaint)
        .hasMessageContaining(folder.toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void aBrokenPictureIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("images"));
    Files.writeString(folder.resolve("images/a.png"), "no picture at all");
    table(HEADER, "images/a.png,web,s,person,0.5");
    assertThatThrownBy(() -> PictureSet.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.png");
  }

  @Test
  void foldersNameTheLabelAndEveryPictureIsASceneOfItsOwn() throws IOException {
    picture("person/b.png");
    picture("person/a.png");
    picture("no_person/a.png");
    Files.writeString(folder.resolve("person/notes.txt"), "no picture");
    assertThat(PictureSet.read(folder).pictures())
        .extracting(LabelledPicture::scene, LabelledPicture::label)
        .containsExactly(
            tuple("no_person/a.png", PersonLabel.NO_PERSON),
            tuple("person/a.png", PersonLabel.PERSON),
            tuple("person/b.png", PersonLabel.PERSON));
  }

  @Test
  void largePicturesAreKeptSmallAndSmallOnesAsTheyAre() throws IOException {
    Pictures.write(folder.resolve("person/large.png"), 640, 480, 0xff0000);
    Pictures.write(folder.resolve("no_person/small.png"), 64, 128, 0x00ff00);
    List<LabelledPicture> pictures = PictureSet.read(folder).pictures();
    assertThat(pictures.get(0).picture().width()).isEqualTo(64);
    assertThat(pictures.get(0).picture().height()).isEqualTo(128);
    assertThat(pictures.get(1).picture().height()).isEqualTo(PictureLoader.SHORTER_SIDE);
    assertThat(pictures.get(1).picture().width()).isEqualTo(149);
    assertThat(pictures.get(1).picture().at(5, 5, 0)).isEqualTo(255);
  }

  @Test
  void progressCountsPictures() throws IOException {
    picture("person/a.png");
    picture("no_person/b.png");
    List<Integer> counts = new ArrayList<>();
    PictureSet.read(folder, counts::add);
    assertThat(counts).containsExactly(1, 2);
  }

  @Test
  void aFolderThatIsNoDataSetIsOneLineThatNamesWhatWasExpected() throws IOException {
    assertThatThrownBy(() -> PictureSet.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("labels.csv")
        .hasMessageContaining("instances_*.json")
        .hasMessageContaining("no_person");
    assertThatThrownBy(() -> PictureSet.read(folder.resolve("none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such folder");
    table(HEADER);
    assertThatThrownBy(() -> PictureSet.read(folder)).hasMessageContaining("holds no pictures");
  }
}
