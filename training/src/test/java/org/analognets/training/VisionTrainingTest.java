package org.analognets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.AnalogNets;
import org.analognets.frontends.picture.Picture;
import org.analognets.training.dataset.LabelledPicture;
import org.analognets.training.dataset.PersonLabel;
import org.analognets.training.dataset.PictureSet;
import org.analognets.training.engine.Stage;
import org.analognets.training.engine.TrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisionTrainingTest {
  private static final VisionTrainingSettings SMALL =
      new VisionTrainingSettings(
          List.of(8),
          48,
          0,
          3,
          1,
          Map.of(8, 1),
          8,
          3e-3,
          1e-3,
          1e-3,
          0,
          0.5,
          2,
          TrainingNoise.DEVICES,
          0,
          0,
          0,
          0.3,
          7);

  /** A "person" is a bright upright bar on the ground, an empty scene has none. */
  private static PictureSet pictures() {
    List<LabelledPicture> pictures = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      boolean person = i % 2 == 0;
      byte[] rgb = new byte[3 * 40 * 30];
      for (int y = 0; y < 30; y++) {
        for (int x = 0; x < 40; x++) {
          boolean bar = person && y > 5 && Math.abs(x - 10 - i % 20) < 5;
          for (int c = 0; c < 3; c++) {
            rgb[3 * (y * 40 + x) + c] = (byte) (bar ? 230 : 60 + (x * 7 + y * 13 + i) % 40);
          }
        }
      }
      pictures.add(
          new LabelledPicture(
              "p" + i,
              "drawn",
              "scene" + i,
              person ? PersonLabel.PERSON : PersonLabel.NO_PERSON,
              OptionalDouble.empty(),
              new Picture(40, 30, rgb)));
    }
    return new PictureSet(pictures);
  }

  /** Counts epochs, and stops like Ctrl-C after some. */
  private static final class Counter implements TrainingListener {
    private final int stopAfter;
    private final List<Double> losses = new ArrayList<>();

    Counter(int stopAfter) {
      this.stopAfter = stopAfter;
    }

    @Override
    public void stageStarted(Stage stage, int epochsDone, int stepsPerEpoch) {}

    @Override
    public void step(Stage stage, int epoch, int step, double meanLoss) {}

    @Override
    public void epoch(Stage stage, int epoch, double meanLoss, double validationAccuracy) {
      losses.add(meanLoss);
      if (losses.size() == stopAfter) {
        throw new IllegalStateException("stopped");
      }
    }
  }

  @Test
  void trainingLearnsAndAnInterruptedOneEndsTheSame(@TempDir Path whole, @TempDir Path cut)
      throws IOException {
    Counter counter = new Counter(-1);
    Model model = VisionTraining.train(pictures(), SMALL, whole, counter).get(8);
    assertThat(counter.losses).hasSize(5);
    assertThat(counter.losses.get(2)).isLessThan(counter.losses.get(0));
    assertThat(model).isNotNull();
    assertThat(model.network().name()).isEqualTo("vww");
    assertThat(model.facts().get("dataset")).contains("split by scene");
    assertThat(model.facts().get("validationAccuracy")).contains("pictures", "8 bit");

    assertThatThrownBy(() -> VisionTraining.train(pictures(), SMALL, cut, new Counter(2)))
        .hasMessage("stopped");
    assertThat(VisionTraining.train(pictures(), SMALL, cut, new Counter(-1)).get(8))
        .isEqualTo(model);
  }

  @Test
  void otherPicturesDoNotGoOnFromACheckpoint(@TempDir Path folder) {
    assertThatThrownBy(() -> VisionTraining.train(pictures(), SMALL, folder, new Counter(1)))
        .hasMessage("stopped");
    PictureSet fewer = new PictureSet(pictures().pictures().subList(0, 60));
    assertThatThrownBy(() -> VisionTraining.train(fewer, SMALL, folder, new Counter(-1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other settings or data");
  }

  @Test
  void theWideTeacherHasTheShapeOfTheNetworkAndMoreColumns() {
    assertThat(WideVisionNetwork.untrained().outputShapes())
        .hasSameSizeAs(AnalogNets.vww().outputShapes());
    assertThat(WideVisionNetwork.untrained().weightCount())
        .isGreaterThan(2 * AnalogNets.vww().weightCount());
  }

  @Test
  void settingsThatCannotTrainAreRefusedByName() {
    assertThatThrownBy(() -> SMALL.withFloatEpochs(0)).hasMessageContaining("epochs");
    assertThatThrownBy(() -> SMALL.withWidths(List.of(7))).hasMessageContaining("widths");
    assertThat(VisionTrainingSettings.defaults().withAnalogEpochs(3).analogEpochs(4)).isEqualTo(3);
    assertThat(Schedule.stages(SMALL.withWidths(List.of(4))))
        .extracting(Stage::name)
        .containsExactly("float", "float-settled", "analog-8", "analog-6", "analog-4");
  }
}
