package org.analognets.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.analognets.analog.model.ConverterRanges;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.Network;
import org.analognets.training.engine.ExampleSource;
import org.analognets.training.engine.Objective;
import org.analognets.training.engine.Stage;
import org.analognets.training.engine.StagedTraining;
import org.analognets.training.engine.TrainedModel;
import org.analognets.training.engine.WeightNoise;

/**
 * The stages that every network goes through.
 *
 * <pre>
 * teacher    a wider network in float: it is never put on the array, only taught from
 * float      from random weights, each layer clipped to some deviations; then W_max is frozen
 * float-settled  on, with the examples of the stages below, where a network asks for it
 * analog-8   noise on the weights, converters of 8 bit with trained ranges
 * analog-6   from analog-8, and so on down to the width that was asked for
 *            (or analog-ideal after float: noise without converters, for comparison)
 * </pre>
 *
 * <p>After "AnalogNets" (arXiv 2111.06503) and Joshi et al. (2020), with the device model itself as
 * the source of noise and with widths lowered step by step.
 */
final class Schedule {
  private static final String TEACHER = "teacher";
  private static final String FLOAT = "float";
  private static final String SETTLED = "float-settled";

  /** Deviations that no weight exceeds. */
  private static final double UNCLIPPED = 1e3;

  private Schedule() {}

  /** What no training can do without. */
  static void check(
      List<Integer> widths,
      int teacherEpochs,
      int floatEpochs,
      Map<Integer, Integer> analogEpochs,
      int batchSize) {
    if (widths.isEmpty()
        || !widths.stream()
            .allMatch(
                w ->
                    w == TrainingSettings.NO_CONVERTERS
                        || TrainingSettings.STEPS_DOWN.contains(w))) {
      throw new IllegalArgumentException(
          "training: widths must be of 8, 6, 4 and ideal, were " + widths);
    }
    if (teacherEpochs < 0
        || floatEpochs < 1
        || analogEpochs.values().stream().anyMatch(e -> e < 1)) {
      throw new IllegalArgumentException("training: epochs must be 1 or more");
    }
    if (batchSize < 2 || batchSize % 2 != 0) {
      throw new IllegalArgumentException(
          "training: the batch size must be even and 2 or more, was " + batchSize);
    }
  }

  /**
   * Runs the stages.
   *
   * @param floatExamples what teacher and float stage learn from
   * @param analogExamples what the stages after them learn from
   * @param teacher the wider network, untrained
   * @return what came out for each width of {@link TrainingSettings#widths}, widest first
   */
  static Map<Integer, TrainedModel> run(
      StagedTraining training,
      ExampleSource floatExamples,
      ExampleSource analogExamples,
      Network network,
      Network teacher,
      TrainingSettings<?> settings)
      throws IOException {
    Map<Integer, TrainedModel> models = new LinkedHashMap<>();
    String from = "";
    for (Stage stage : stages(settings)) {
      if (stage.name().equals(TEACHER)) {
        training.run(stage, floatExamples, teacher, "");
        continue;
      }
      ExampleSource examples = stage.name().equals(FLOAT) ? floatExamples : analogExamples;
      TrainedModel trained = training.run(stage, examples, network, from);
      from = stage.name();
      if (settings.widths().contains(stage.bits())) {
        models.put(stage.bits(), trained);
      }
    }
    return models;
  }

  static List<Stage> stages(TrainingSettings<?> settings) {
    List<Stage> stages = new ArrayList<>();
    if (settings.teacherEpochs() > 0) {
      stages.add(floating(TEACHER, settings.teacherEpochs(), UNCLIPPED, List.of(), settings));
    }
    List<String> wide = settings.teacherEpochs() > 0 ? List.of(TEACHER) : List.of();
    stages.add(floating(FLOAT, settings.floatEpochs(), settings.clipSigmas(), wide, settings));
    String last = FLOAT;
    if (settings.settlingEpochs() > 0) {
      stages.add(settling(wide, settings));
      last = SETTLED;
    }
    List<String> teaching = wide.isEmpty() ? List.of(last) : wide;
    for (int bits : settings.stepsDown()) {
      stages.add(analog(bits, teaching, settings));
    }
    return stages;
  }

  private static Stage floating(
      String name,
      int epochs,
      double clipSigmas,
      List<String> teachers,
      TrainingSettings<?> settings) {
    return new Stage(
        name,
        epochs,
        settings.learningRate(),
        true,
        0,
        WeightNoise.none(),
        objective(teachers, settings),
        clipSigmas,
        false,
        settings.floatMixup(),
        teachers);
  }

  private static Stage settling(List<String> teachers, TrainingSettings<?> settings) {
    return new Stage(
        SETTLED,
        settings.settlingEpochs(),
        settings.analogLearningRate(),
        false,
        0,
        WeightNoise.none(),
        objective(teachers, settings),
        settings.clipSigmas(),
        false,
        settings.mixup(),
        teachers);
  }

  private static Stage analog(int bits, List<String> teachers, TrainingSettings<?> settings) {
    List<String> teaching = settings.teacherShare() > 0 ? teachers : List.of();
    return new Stage(
        bits == TrainingSettings.NO_CONVERTERS ? "analog-ideal" : "analog-" + bits,
        settings.analogEpochs(bits),
        settings.analogLearningRate(),
        false,
        bits,
        settings.noise().weightNoise(settings.noiseDeviation()),
        objective(teaching, settings),
        settings.clipSigmas(),
        true,
        settings.mixup(),
        teaching);
  }

  private static Objective objective(List<String> teachers, TrainingSettings<?> settings) {
    double share = teachers.isEmpty() ? 0 : settings.teacherShare();
    return new Objective(settings.labelSmoothing(), share, 1);
  }

  /**
   * The model file's content.
   *
   * @param facts what is known of its data
   * @param things what validation examples are called
   */
  static Model model(
      TrainedModel trained,
      TrainingSettings<?> settings,
      Map<String, String> facts,
      String things) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put("trainingSettings", settings.toString());
    all.put(
        "validationAccuracy",
        String.format(
            Locale.ROOT,
            "%.4f on %d %s, %s, no PCM effects",
            trained.validationAccuracy(),
            trained.validationExamples(),
            things,
            trained.bits() == TrainingSettings.NO_CONVERTERS
                ? "ideal converters"
                : "converters of " + trained.bits() + " bit"));
    return new Model(
        trained.network(),
        new ConverterRanges(trained.gain(), trained.dacRanges(), trained.weightMax()),
        trained.bits(),
        all);
  }
}
