package org.analognets.training.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.analognets.analog.device.PcmModel;

/** A training in two stages that takes a second. */
final class TinyTraining {
  static final int BATCH = 16;
  static final int EXAMPLES = 10 * BATCH;
  static final int VALIDATION = 120;

  static final Stage FLOAT = floatStage(4, 2);
  static final Stage ANALOG =
      new Stage(
          "analog-8",
          3,
          2e-3,
          false,
          8,
          WeightNoise.devices(new PcmModel(), 25, 86_400),
          new Objective(0.05, 0.5, 1),
          2,
          true,
          0.2,
          List.of("float"));

  private final StagedTraining training;
  private final SyntheticExamples examples;

  TinyTraining(Path checkpoints, TrainingListener listener, String settings, int examplesPerEpoch) {
    this.examples = new SyntheticExamples(examplesPerEpoch);
    int[] labels = new int[VALIDATION];
    float[][] features = examples.validationFeatures(VALIDATION, labels);
    this.training =
        new StagedTraining(
            TinyNetworks.scaling(),
            features,
            labels,
            listener,
            checkpoints,
            settings,
            BATCH,
            1e-3,
            5);
  }

  TinyTraining(Path checkpoints, TrainingListener listener) {
    this(checkpoints, listener, "settings", EXAMPLES);
  }

  static Stage floatStage(int epochs, double clipSigmas) {
    return new Stage(
        "float",
        epochs,
        1e-2,
        true,
        0,
        WeightNoise.none(),
        new Objective(0.05, 0, 1),
        clipSigmas,
        false,
        0,
        List.of());
  }

  TrainedModel run(Stage stage, String from) throws IOException {
    return training.run(stage, examples, TinyNetworks.chain(), from);
  }

  TrainedModel run() throws IOException {
    run(FLOAT, "");
    return run(ANALOG, "float");
  }

  /** Hears nothing. */
  static class Silent implements TrainingListener {
    @Override
    public void stageStarted(Stage stage, int epochsDone, int stepsPerEpoch) {}

    @Override
    public void step(Stage stage, int epoch, int step, double meanLoss) {}

    @Override
    public void epoch(Stage stage, int epoch, double meanLoss, double validationAccuracy) {}
  }
}
