package org.analognets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.analognets.training.engine.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordTrainingSettingsTest {

  private static KeywordTrainingSettings settings(
      List<String> keywords, List<Integer> widths, int epochs, int batch, double unknownShare) {
    return new KeywordTrainingSettings(
        keywords,
        widths,
        0,
        epochs,
        Map.of(8, 3, 6, 2),
        batch,
        1e-3,
        1e-3,
        0,
        0,
        0,
        2,
        TrainingNoise.GAUSSIAN,
        0.06,
        0,
        unknownShare,
        0.1,
        1);
  }

  @Test
  void everyWidthIsReachedStepByStepFromTheWidest() {
    assertThat(Schedule.stages(settings(List.of("yes"), List.of(4), 5, 8, 0.1)))
        .extracting(Stage::name)
        .containsExactly("float", "analog-8", "analog-6", "analog-4");
    assertThat(Schedule.stages(settings(List.of("yes"), List.of(8), 5, 8, 0.1)))
        .extracting(Stage::name)
        .containsExactly("float", "analog-8");
  }

  @Test
  void theWideTeacherComesFirstAndTeachesEveryStageThatIsPutOnTheArray() {
    List<Stage> stages =
        Schedule.stages(
            KeywordTrainingSettings.defaults(List.of("yes"))
                .withTeacherEpochs(3)
                .withWidths(List.of(6)));
    assertThat(stages)
        .extracting(Stage::name)
        .containsExactly("teacher", "float", "analog-8", "analog-6");
    assertThat(stages.get(0).teachers()).isEmpty();
    assertThat(stages.subList(1, 4))
        .allSatisfy(stage -> assertThat(stage.teachers()).containsExactly("teacher"));
  }

  @Test
  void withoutConvertersNoiseIsAllThatFollowsFloat() {
    List<Stage> stages =
        Schedule.stages(
            KeywordTrainingSettings.defaults(List.of("yes"))
                .withFloatEpochs(3)
                .withWidths(List.of(KeywordTrainingSettings.NO_CONVERTERS)));
    assertThat(stages).extracting(Stage::name).containsExactly("float", "analog-ideal");
    assertThat(stages.get(1).bits()).isZero();
    assertThat(stages.get(1).frozenMax()).isTrue();
    assertThat(stages.get(1).teachers()).containsExactly("float");
  }

  @Test
  void stagesAfterTheFloatOneFreezeTheRangeOfTheWeights() {
    List<Stage> stages = Schedule.stages(settings(List.of("yes"), List.of(6), 5, 8, 0.1));
    assertThat(stages).extracting(Stage::frozenMax).containsExactly(false, true, true);
    assertThat(stages).extracting(Stage::bits).containsExactly(0, 8, 6);
    assertThat(stages).extracting(Stage::epochs).containsExactly(5, 3, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0, 8, 0.1, epochs",
    "7, 1, 8, 0.1, widths",
    "8, 1, 7, 0.1, batch size",
    "8, 1, 0, 0.1, batch size",
    "8, 1, 8, 0.9, shares",
    "8, 1, 8, -0.1, shares"
  })
  void settingsThatCannotTrainAreRefusedByName(
      int width, int epochs, int batch, double unknownShare, String named) {
    assertThatThrownBy(() -> settings(List.of("yes"), List.of(width), epochs, batch, unknownShare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("training: ")
        .hasMessageContaining(named);
  }

  @Test
  void aTrainingWithoutKeywordsIsRefused() {
    assertThatThrownBy(() -> settings(List.of(), List.of(8), 1, 8, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keyword");
  }
}
