package org.analognets.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.analognets.analog.device.PcmModel;
import org.analognets.analog.model.ConverterRanges;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Network;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.training.dataset.ClipSet;
import org.analognets.training.dataset.FeatureStatistics;
import org.analognets.training.dataset.KeywordExamples;
import org.analognets.training.dataset.LabelSet;
import org.analognets.training.dataset.SoundAugmentation;
import org.analognets.training.dataset.SpeechCommands;
import org.analognets.training.dataset.Split;
import org.analognets.training.engine.Objective;
import org.analognets.training.engine.Stage;
import org.analognets.training.engine.StagedTraining;
import org.analognets.training.engine.TrainedModel;
import org.analognets.training.engine.TrainingListener;
import org.analognets.training.engine.WeightNoise;
import org.analognets.training.evaluation.LabelledTensors;

/**
 * Trains AnalogNet-KWS for the array, in stages.
 *
 * <pre>
 * teacher    a wider network in float: it is never put on the array, only taught from
 * float      from random weights, each layer clipped to 2 deviations; then W_max is frozen
 * analog-8   noise on the weights, converters of 8 bit with trained ranges
 * analog-6   from analog-8, and so on down to the width that was asked for
 *            (or analog-ideal after float: noise without converters, for comparison)
 * </pre>
 *
 * <p>After "AnalogNets" (arXiv 2111.06503) and Joshi et al. (2020), with the device model itself as
 * the source of noise and with widths lowered step by step.
 */
public final class KeywordTraining {
  /** Text in the model file that names the front end. */
  public static final String FRONT_END =
      "TensorFlow MFCC: 16 kHz, frames of 640 every 320 samples, 40 mel bands 20-4000 Hz, 10"
          + " coefficients";

  private static final double YOUNGEST_SECONDS = 25;
  private static final double OLDEST_SECONDS = 365 * 86_400.0;
  private static final int VALIDATION_SEED = 1;
  private static final String TEACHER = "teacher";
  private static final String FLOAT = "float";

  /** Deviations that no weight exceeds. */
  private static final double UNCLIPPED = 1e3;

  private KeywordTraining() {}

  /**
   * Trains.
   *
   * @param data its training split is learned, its validation split is watched; testing is not touched
   * @param checkpoints folder for checkpoints; an interrupted training goes on from there
   * @return a model for each width of {@link KeywordTrainingSettings#widths}, widest first
   */
  public static Map<Integer, Model> train(
      SpeechCommands data,
      KeywordTrainingSettings settings,
      Path checkpoints,
      TrainingListener listener)
      throws IOException {
    LabelSet labels = LabelSet.ofKeywords(settings.keywords());
    FeatureStatistics statistics = FeatureStatistics.of(data.clips(Split.TRAINING));
    ClipSet validation = ClipSet.of(data, data.clips(Split.VALIDATION), labels, VALIDATION_SEED);
    LabelledTensors watched = features(validation);
    SoundAugmentation augmentation = SoundAugmentation.strong(statistics);
    KeywordExamples examples = examples(data, labels, augmentation, settings);
    StagedTraining training =
        new StagedTraining(
            new InputScaling("scaling", statistics.mean(), statistics.inverseDeviation()),
            watched.tensors().toArray(new float[0][]),
            watched.labels(),
            listener,
            checkpoints,
            String.join(
                ", ",
                settings.fingerprint(),
                augmentation.settings(),
                data.clips().size() + " clips"),
            settings.batchSize(),
            settings.weightDecay(),
            settings.seed());
    Network network = AnalogNets.kws(labels.labels());
    String dataset =
        String.format(
            Locale.ROOT,
            "%d training and %d validation clips in the layout of Speech Commands",
            data.clips(Split.TRAINING).size(),
            data.clips(Split.VALIDATION).size());
    Map<Integer, Model> models = new LinkedHashMap<>();
    String from = "";
    for (Stage stage : stages(settings)) {
      if (stage.name().equals(TEACHER)) {
        training.run(stage, examples, WideKeywordNetwork.untrained(labels.labels()), "");
        continue;
      }
      TrainedModel trained = training.run(stage, examples, network, from);
      from = stage.name();
      if (settings.widths().contains(stage.bits())) {
        models.put(stage.bits(), model(trained, settings, examples, dataset));
      }
    }
    return models;
  }

  private static KeywordExamples examples(
      SpeechCommands data,
      LabelSet labels,
      SoundAugmentation augmentation,
      KeywordTrainingSettings settings) {
    return new KeywordExamples(
        data,
        labels,
        augmentation,
        settings.unknownShare(),
        settings.silenceShare(),
        settings.seed());
  }

  /** The tensors that a network sees of a set of clips. */
  public static LabelledTensors features(ClipSet clips) {
    Mfcc mfcc = new Mfcc();
    return new LabelledTensors(clips.samples().stream().map(mfcc::matrix).toList(), clips.labels());
  }

  static List<Stage> stages(KeywordTrainingSettings settings) {
    List<Stage> stages = new ArrayList<>();
    if (settings.teacherEpochs() > 0) {
      stages.add(floating(TEACHER, settings.teacherEpochs(), UNCLIPPED, List.of(), settings));
    }
    List<String> wide = settings.teacherEpochs() > 0 ? List.of(TEACHER) : List.of();
    stages.add(floating(FLOAT, settings.floatEpochs(), settings.clipSigmas(), wide, settings));
    List<String> teaching = wide.isEmpty() ? List.of(FLOAT) : wide;
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
      KeywordTrainingSettings settings) {
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
        settings.mixup(),
        teachers);
  }

  private static Stage analog(int bits, List<String> teachers, KeywordTrainingSettings settings) {
    List<String> teaching = settings.teacherShare() > 0 ? teachers : List.of();
    return new Stage(
        bits == KeywordTrainingSettings.NO_CONVERTERS ? "analog-ideal" : "analog-" + bits,
        settings.analogEpochs(bits),
        settings.analogLearningRate(),
        false,
        bits,
        noise(settings),
        objective(teaching, settings),
        settings.clipSigmas(),
        true,
        settings.mixup(),
        teaching);
  }

  private static Objective objective(List<String> teachers, KeywordTrainingSettings settings) {
    double share = teachers.isEmpty() ? 0 : settings.teacherShare();
    return new Objective(settings.labelSmoothing(), share, 1);
  }

  private static WeightNoise noise(KeywordTrainingSettings settings) {
    return switch (settings.noise()) {
      case NONE -> WeightNoise.none();
      case GAUSSIAN -> WeightNoise.gaussian(settings.noiseDeviation());
      case DEVICES -> WeightNoise.devices(new PcmModel(), YOUNGEST_SECONDS, OLDEST_SECONDS);
    };
  }

  private static Model model(
      TrainedModel trained,
      KeywordTrainingSettings settings,
      KeywordExamples examples,
      String dataset) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("frontEnd", FRONT_END);
    facts.put("dataset", dataset);
    facts.put("trainingExamplesPerEpoch", Integer.toString(examples.examplesPerEpoch()));
    facts.put("trainingSettings", settings.toString());
    facts.put(
        "validationAccuracy",
        String.format(
            Locale.ROOT,
            "%.4f on %d clips, %s, no PCM effects",
            trained.validationAccuracy(),
            trained.validationClips(),
            trained.bits() == KeywordTrainingSettings.NO_CONVERTERS
                ? "ideal converters"
                : "converters of " + trained.bits() + " bit"));
    return new Model(
        trained.network(),
        new ConverterRanges(trained.gain(), trained.dacRanges(), trained.weightMax()),
        trained.bits(),
        facts);
  }
}
