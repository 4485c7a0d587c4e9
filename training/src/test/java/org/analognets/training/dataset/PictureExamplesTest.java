package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.analognets.analog.network.AnalogNets;
import org.analognets.frontends.picture.Picture;
import org.analognets.training.engine.ExampleSource;
import org.junit.jupiter.api.Test;

class PictureExamplesTest {
  private static final int FEATURES = AnalogNets.VWW_INPUT.size();
  private static final int EXAMPLES = 400;

  private final PictureAugmentation augmentation = PictureAugmentation.varied(100, 100);

  private PictureExamples examples(List<LabelledPicture> pictures) {
    return new PictureExamples(pictures, augmentation, EXAMPLES, 5);
  }

  private static LabelledPicture picture(
      String source, PersonLabel label, OptionalDouble teacher, Picture picture) {
    return new LabelledPicture("p", source, "s", label, teacher, picture);
  }

  /** Ten times as many empty scenes as persons. */
  private static List<LabelledPicture> lopsided() {
    List<LabelledPicture> pictures = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      PersonLabel label = i % 11 == 0 ? PersonLabel.PERSON : PersonLabel.NO_PERSON;
      pictures.add(Pictures.labelled("web", "scene" + i, label));
    }
    return pictures;
  }

  private static double meanPerson(PictureExamples examples, int epoch) {
    ExampleSource.Reader reader = examples.reader();
    double sum = 0;
    float[] target = new float[2];
    for (int i = 0; i < EXAMPLES; i++) {
      reader.read(epoch, i, new float[FEATURES], target);
      assertThat(target[0] + target[1]).isEqualTo(1f, within(1e-6f));
      sum += target[1];
    }
    return sum / EXAMPLES;
  }

  @Test
  void aClassThatIsRareIsDrawnMoreOften() {
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(meanPerson(examples(lopsided()), epoch)).isBetween(0.39, 0.5);
    }
  }

  @Test
  void aPictureWithoutALabelHasTheTeachersTarget() {
    PictureExamples examples =
        examples(
            List.of(Pictures.labelled("web", "s", PersonLabel.UNLABELLED, OptionalDouble.of(0.3))));
    float[] target = new float[2];
    examples.reader().read(0, 0, new float[FEATURES], target);
    assertThat(target[1]).isEqualTo(0.3f, within(1e-6f));
    assertThat(target[0]).isEqualTo(0.7f, within(1e-6f));
  }

  @Test
  void anExampleDependsOnEpochAndIndexOnlyNeverOnTheReader() {
    PictureExamples examples = examples(lopsided());
    ExampleSource.Reader forwards = examples.reader();
    ExampleSource.Reader backwards = examples.reader();
    float[][] first = new float[20][FEATURES];
    float[][] second = new float[20][FEATURES];
    for (int i = 0; i < 20; i++) {
      forwards.read(2, i, first[i], new float[2]);
      backwards.read(2, 19 - i, second[19 - i], new float[2]);
    }
    assertThat(second).isDeepEqualTo(first);
    float[] nextEpoch = new float[FEATURES];
    forwards.read(3, 0, nextEpoch, new float[2]);
    assertThat(nextEpoch).isNotEqualTo(first[0]);
  }

  /** The scene is black, the person white: what is bright was pasted, and the target tells it. */
  @Test
  void emptyScenesGetPersonsPastedInAndThenArePersons() {
    List<LabelledPicture> pictures =
        List.of(
            picture(
                "web",
                PersonLabel.NO_PERSON,
                OptionalDouble.empty(),
                Pictures.plain(40, 30, 0, 0, 0)),
            picture(
                "crops",
                PersonLabel.PERSON,
                OptionalDouble.empty(),
                Pictures.plain(20, 40, 255, 255, 255)),
            picture(
                "crops",
                PersonLabel.NO_PERSON,
                OptionalDouble.empty(),
                Pictures.plain(20, 40, 0, 0, 0)));
    ExampleSource.Reader reader = examples(pictures).reader();
    float[] target = new float[2];
    int pasted = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      float[] features = new float[FEATURES];
      reader.read(0, i, features, target);
      double range = range(features);
      boolean inAScene = target[1] > 0.5 && range > 0.3;
      pasted += inAScene ? 1 : 0;
    }
    // A quarter of the examples that start as this scene, six in ten of them with the person.
    assertThat(pasted).isGreaterThan(15);
  }

  private static double range(float[] features) {
    float least = 1;
    float most = 0;
    for (float value : features) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  }
}
