package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureSplitTest {

  private static List<LabelledPicture> pictures(String source, int scenes, int each) {
    List<LabelledPicture> pictures = new ArrayList<>();
    for (int scene = 0; scene < scenes; scene++) {
      for (int i = 0; i < each; i++) {
        PersonLabel label = i % 2 == 0 ? PersonLabel.PERSON : PersonLabel.NO_PERSON;
        pictures.add(Pictures.labelled(source, source + scene, label));
      }
    }
    return pictures;
  }

  @Test
  void noSceneIsDivided() {
    PictureSplit split = PictureSplit.of(pictures("street", 200, 5), 0.3);
    Set<String> learned = new HashSet<>();
    split.training().forEach(picture -> learned.add(picture.scene()));
    assertThat(split.validation()).noneMatch(picture -> learned.contains(picture.scene()));
    assertThat(split.training().size() + split.validation().size()).isEqualTo(1000);
    assertThat(split.validation().size()).isBetween(200, 400);
  }

  @Test
  void whereThereIsCocoOnlyCocoIsWatched() {
    List<LabelledPicture> all = pictures("street", 100, 2);
    all.addAll(pictures("tinycoco", 100, 2));
    PictureSplit split = PictureSplit.of(all, 0.5);
    assertThat(split.validation())
        .isNotEmpty()
        .allMatch(picture -> picture.source().equals("tinycoco"));
    assertThat(split.training()).filteredOn(p -> p.source().equals("street")).hasSize(200);
  }

  /** A scene that is watched for its COCO picture is not learned from its other pictures. */
  @Test
  void picturesOfAWatchedSceneFromElsewhereAreLeftOut() {
    List<LabelledPicture> all = pictures("coco", 50, 1);
    for (int scene = 0; scene < 50; scene++) {
      all.add(Pictures.labelled("copy", "coco" + scene, PersonLabel.PERSON));
      all.add(Pictures.labelled("coco", "coco" + scene, PersonLabel.UNLABELLED));
    }
    PictureSplit split = PictureSplit.of(all, 0.5);
    assertThat(split.validation()).isNotEmpty();
    int watched = split.validation().size();
    assertThat(split.training()).hasSize(3 * (50 - watched));
    assertThat(split.validation()).allMatch(p -> p.label() != PersonLabel.UNLABELLED);
  }

  @Test
  void aLargerShareKeepsWhatASmallerOneWatched() {
    List<LabelledPicture> all = pictures("street", 100, 1);
    assertThat(PictureSplit.of(all, 0.6).validation())
        .containsAll(PictureSplit.of(all, 0.2).validation());
  }
}
