package org.analognets.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.analognets.analog.network.ArrayLayer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagedTrainingTest {
  @TempDir private Path folder;

  @Test
  void separableClassesAreLearntAndSurviveNoiseAndConverters() throws IOException {
    List<Double> losses = new ArrayList<>();
    TinyTraining training =
        new TinyTraining(
            folder,
            new TinyTraining.Silent() {
              @Override
              public void epoch(Stage stage, int epoch, double loss, double accuracy) {
                losses.add(loss);
              }
            });
    TrainedModel first = training.run(TinyTraining.FLOAT, "");
    assertThat(first.validationAccuracy()).isGreaterThan(0.95);
    assertThat(first.validationExamples()).isEqualTo(TinyTraining.VALIDATION);
    assertThat(losses.get(3)).isLessThan(0.7 * losses.get(0));
    TrainedModel second = training.run(TinyTraining.ANALOG, "float");
    assertThat(second.validationAccuracy()).isGreaterThan(0.95);
    assertThat(second.bits()).isEqualTo(8);
  }

  @Test
  void listenersHearEveryStepAndEpochInOrder() throws IOException {
    List<String> heard = new ArrayList<>();
    new TinyTraining(
            folder,
            new TrainingListener() {
              @Override
              public void stageStarted(Stage stage, int epochsDone, int stepsPerEpoch) {
                heard.add(stage.name() + " " + epochsDone + " " + stepsPerEpoch);
              }

              @Override
              public void step(Stage stage, int epoch, int step, double meanLoss) {
                heard.add(epoch + "/" + step);
              }

              @Override
              public void epoch(Stage stage, int epoch, double loss, double accuracy) {
                heard.add("epoch " + epoch);
              }
            },
            "settings",
            2 * TinyTraining.BATCH)
        .run(TinyTraining.floatStage(2, 2), "");
    assertThat(heard)
        .containsExactly("float 0 2", "1/1", "1/2", "epoch 1", "2/1", "2/2", "epoch 2");
  }

  @ParameterizedTest
  @CsvSource({"float, 1, 4", "float, 3, 1", "analog-8, 1, 7", "analog-8, 3, 10"})
  void anInterruptedTrainingEndsBitForBitWhereAnUninterruptedOneDoes(
      String stage, int epoch, int step) throws IOException {
    TrainedModel whole = new TinyTraining(folder.resolve("whole"), new TinyTraining.Silent()).run();
    Path interrupted = folder.resolve("interrupted");
    assertThatThrownBy(() -> new TinyTraining(interrupted, stopAt(stage, epoch, step)).run())
        .isInstanceOf(Stop.class);
    TrainedModel resumed = new TinyTraining(interrupted, new TinyTraining.Silent()).run();
    assertThat(resumed).isEqualTo(whole);
  }

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static TrainingListener stopAt(String where, int atEpoch, int atStep) {
    return new TinyTraining.Silent() {
      @Override
      public void step(Stage stage, int epoch, int step, double meanLoss) {
        if (stage.name().equals(where) && epoch == atEpoch && step == atStep) {
          throw new Stop();
        }
      }
    };
  }

  @Test
  void aResumedStageSkipsTheEpochsThatAreDone() throws IOException {
    assertThatThrownBy(() -> new TinyTraining(folder, stopAt("float", 3, 1)).run())
        .isInstanceOf(Stop.class);
    List<Integer> done = new ArrayList<>();
    List<Integer> epochs = new ArrayList<>();
    new TinyTraining(
            folder,
            new TinyTraining.Silent() {
              @Override
              public void stageStarted(Stage stage, int epochsDone, int stepsPerEpoch) {
                done.add(epochsDone);
              }

              @Override
              public void epoch(Stage stage, int epoch, double loss, double accuracy) {
                epochs.add(epoch);
              }
            })
        .run(TinyTraining.FLOAT, "");
    assertThat(done).containsExactly(2);
    assertThat(epochs).containsExactly(3, 4);
  }

  @Test
  void weightsStayWithinTwoDeviationsAndThenInTheFrozenRange() throws IOException {
    TinyTraining training = new TinyTraining(folder, new TinyTraining.Silent());
    TrainedModel first = training.run(TinyTraining.FLOAT, "");
    for (ArrayLayer layer : first.network().arrayLayers()) {
      float[] weights = layer.weights().toArray();
      double squares = 0;
      for (float w : weights) {
        squares += (double) w * w / weights.length;
      }
      // The exported average lags the clipped weights, whose own deviation clipping has shrunk.
      assertThat(layer.weights().absMax()).isLessThan(2.5f * (float) Math.sqrt(squares));
    }
    TrainedModel second = training.run(TinyTraining.ANALOG, "float");
    for (int l = 0; l < second.weightMax().size(); l++) {
      ArrayLayer layer = second.network().arrayLayers().get(l);
      assertThat(layer.weights().absMax()).isLessThanOrEqualTo(second.weightMax().get(l));
    }
  }

  @Test
  void theFrozenRangeIsTheSameInEveryLaterStage() throws IOException {
    TinyTraining training = new TinyTraining(folder, new TinyTraining.Silent());
    TrainedModel second = training.run();
    Stage a = TinyTraining.ANALOG;
    Stage narrower =
        new Stage(
            "analog-6", 1, 1e-3, false, 6, a.noise(), a.objective(), 2, true, 0, a.teachers());
    TrainedModel third = training.run(narrower, "analog-8");
    assertThat(third.weightMax()).isEqualTo(second.weightMax());
    assertThat(third.bits()).isEqualTo(6);
    assertThat(third.gain()).isCloseTo(second.gain(), within(0.2f * second.gain()));
  }

  @Test
  void aCheckpointOfOtherSettingsIsRefused() throws IOException {
    new TinyTraining(folder, new TinyTraining.Silent()).run(TinyTraining.FLOAT, "");
    TinyTraining other =
        new TinyTraining(folder, new TinyTraining.Silent(), "other", TinyTraining.EXAMPLES);
    assertRefused(() -> other.run(TinyTraining.FLOAT, ""), "other settings");
    TinyTraining same = new TinyTraining(folder, new TinyTraining.Silent());
    assertRefused(() -> same.run(TinyTraining.floatStage(5, 2), ""), "other settings");
  }

  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    TinyTraining training = new TinyTraining(folder, new TinyTraining.Silent());
    training.run(TinyTraining.FLOAT, "");
    byte[] whole = Files.readAllBytes(checkpoint());
    for (int length : new int[] {0, 3, 10, whole.length / 2, whole.length - 1}) {
      Files.write(checkpoint(), Arrays.copyOf(whole, length));
      assertRefused(() -> training.run(TinyTraining.FLOAT, ""), "cut off");
    }
    Files.write(checkpoint(), Arrays.copyOf(whole, whole.length + 1));
    assertRefused(() -> training.run(TinyTraining.FLOAT, ""), "longer");
    Files.writeString(checkpoint(), "something else entirely");
    assertRefused(() -> training.run(TinyTraining.FLOAT, ""), "no checkpoint");
    byte[] damaged = whole.clone();
    damaged[6] = (byte) 0xff;
    Files.write(checkpoint(), damaged);
    assertRefused(() -> training.run(TinyTraining.FLOAT, ""), "damaged");
  }

  private Path checkpoint() {
    return folder.resolve("float.checkpoint");
  }

  private void assertRefused(ThrowingCallable run, String reason) {
    assertThatThrownBy(run)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining(checkpoint().toString())
        .hasMessageContaining("remove it to start anew")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void anEpochTooSmallForABatchIsRefused() {
    TinyTraining tooFew = new TinyTraining(folder, new TinyTraining.Silent(), "settings", 15);
    assertThatThrownBy(() -> tooFew.run(TinyTraining.FLOAT, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15 examples")
        .hasMessageContaining("batch of 16");
  }

  @Test
  void aStageFromOneThatHasNotRunIsRefused() {
    TinyTraining training = new TinyTraining(folder, new TinyTraining.Silent());
    assertThatThrownBy(() -> training.run(TinyTraining.ANALOG, "float"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stage float has not run yet");
  }

  @Test
  void theLearningRateClimbsForHalfAnEpochAndEndsAtAHundredth() {
    Stage stage = TinyTraining.FLOAT;
    assertThat(stage.learningRateAt(0, 10)).isCloseTo(1e-2 / 5, within(1e-5));
    assertThat(stage.learningRateAt(4, 10)).isGreaterThan(0.97 * 1e-2);
    assertThat(stage.learningRateAt(20, 10)).isCloseTo(1e-2 * 0.505, within(1e-6));
    assertThat(stage.learningRateAt(40, 10)).isCloseTo(1e-4, within(1e-9));
  }
}
