package org.analognets.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
import org.analognets.training.engine.StagedTraining;
import org.analognets.training.engine.TrainingListener;
import org.analognets.training.evaluation.LabelledTensors;

/** Trains AnalogNet-KWS for the array, in the stages of {@link Schedule}. */
public final class KeywordTraining {
  /** Text in the model file that names the front end. */
  public static final String FRONT_END =
      "TensorFlow MFCC: 16 kHz, frames of 640 every 320 samples, 40 mel bands 20-4000 Hz, 10"
          + " coefficients";

  private static final int VALIDATION_SEED = 1;

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
    KeywordExamples plain =
        examples(data, labels, SoundAugmentation.moderate(statistics), settings);
    KeywordExamples hard = examples(data, labels, SoundAugmentation.strong(statistics), settings);
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
                SoundAugmentation.moderate(statistics).settings(),
                SoundAugmentation.strong(statistics).settings(),
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
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("frontEnd", FRONT_END);
    facts.put("dataset", dataset);
    facts.put("trainingExamplesPerEpoch", Integer.toString(plain.examplesPerEpoch()));
    Map<Integer, Model> models = new LinkedHashMap<>();
    Network teacher = WideKeywordNetwork.untrained(labels.labels());
    Schedule.run(training, plain, hard, network, teacher, settings)
        .forEach(
            (bits, trained) -> models.put(bits, Schedule.model(trained, settings, facts, "clips")));
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
}
