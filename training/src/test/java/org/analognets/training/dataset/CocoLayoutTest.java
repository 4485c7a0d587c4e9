package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of 100 x 50 pixels: half a percent of them are 25 pixels. */
class CocoLayoutTest {
  private static final String CATEGORIES =
      "\"categories\":[{\"id\":1,\"name\":\"person\",\"supercategory\":\"person\"},"
          + "{\"id\":18,\"name\":\"dog\"}]";

  @TempDir private Path folder;

  @BeforeEach
  void makeAnnotationsFolder() throws IOException {
    Files.createDirectories(folder.resolve("annotations"));
  }

  private void annotations(String annotations, int... images) throws IOException {
    StringBuilder list = new StringBuilder();
    for (int id : images) {
      list.append(list.isEmpty() ? "" : ",")
          .append("{\"license\":3,\"id\":%d,\"file_name\":\"%d.png\",".formatted(id, id))
          .append("\"width\":100,\"height\":50}");
    }
    Files.writeString(
        folder.resolve("annotations/instances_val2017.json"),
        "{\"info\":{},\"images\":[%s],\"annotations\":[%s],%s}"
            .formatted(list, annotations, CATEGORIES));
  }

  private static String box(int image, int category, double width, double height) {
    return ("{\"image_id\":%d,\"category_id\":%d,\"bbox\":[3,4,%s,%s],\"area\":1,"
            + "\"segmentation\":[[1,2,3]],\"iscrowd\":0}")
        .formatted(image, category, width, height);
  }

  private void picture(String place, int id) throws IOException {
    Pictures.write(folder.resolve(place).resolve(id + ".png"), 100, 50, 0x808080);
  }

  @Test
  void aPersonCountsWhenItsBoxCoversMoreThanHalfAPercent() throws IOException {
    for (int id = 1; id <= 4; id++) {
      picture("val2017", id);
    }
    annotations(
        String.join(
            ",",
            box(1, 1, 5, 5.1),
            box(2, 1, 5, 5),
            box(3, 18, 50, 50),
            box(1, 18, 50, 50),
            box(2, 1, 4, 6)),
        1,
        2,
        3,
        4);
    assertThat(PictureSet.read(folder).pictures())
        .extracting(LabelledPicture::scene, LabelledPicture::label)
        .containsExactly(
            tuple("coco_1", PersonLabel.PERSON),
            tuple("coco_2", PersonLabel.NO_PERSON),
            tuple("coco_3", PersonLabel.NO_PERSON),
            tuple("coco_4", PersonLabel.NO_PERSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"images/val2017", "val2017", "images", "."})
  void picturesAreFoundWhereCocoIsUsuallyUnpacked(String place) throws IOException {
    picture(place, 7);
    annotations("", 7);
    assertThat(PictureSet.read(folder).pictures()).hasSize(1);
  }

  @Test
  void aPictureThatIsMissingIsNamed() throws IOException {
    annotations("", 9);
    assertThatThrownBy(() -> PictureSet.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no picture 9.png");
  }

  @Test
  void annotationsThatAreNoneAreOneLine() throws IOException {
    Path file = folder.resolve("annotations/instances_val2017.json");
    Files.writeString(file, "{\"images\": [}");
    assertThatThrownBy(() -> PictureSet.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("instances_val2017.json: can't be read as COCO's annotations")
        .hasMessageNotContaining("\n");
    Files.writeString(file, "{\"images\": [], \"annotations\": [], \"categories\": []}");
    assertThatThrownBy(() -> PictureSet.read(folder)).hasMessageContaining("no category 'person'");
  }

  @Test
  void aPersonWithoutABoxIsNamed() throws IOException {
    picture("images", 5);
    annotations("{\"image_id\":5,\"category_id\":1,\"bbox\":[1,2]}", 5);
    assertThatThrownBy(() -> PictureSet.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a person in picture 5 has no box");
  }
}
