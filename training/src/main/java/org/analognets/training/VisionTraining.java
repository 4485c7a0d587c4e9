package org.analognets.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Shape;
import org.analognets.frontends.picture.Downscale;
import org.analognets.training.dataset.LabelledPicture;
import org.analognets.training.dataset.PersonLabel;
import org.analognets.training.dataset.PictureAugmentation;
import org.analognets.training.dataset.PictureExamples;
import org.analognets.training.dataset.PictureSet;
import org.analognets.training.dataset.PictureSplit;
import org.analognets.training.engine.StagedTraining;
import org.analognets.training.engine.TrainingListener;
import org.analognets.training.evaluation.LabelledTensors;

/** Trains AnalogNet-VWW for the array, in the stages of {@link Schedule}. */
public final class VisionTraining {
  /** Text in the model file that names the front end. */
  public static final String FRONT_END =
      "whole picture squashed to 100 x 100 by area averaging, red, green, blue in 0..1";

  private static final double YOUNGEST_SECONDS = 25;
  private static final double OLDEST_SECONDS = 365 * 86_400.0;
  private static final Shape INPUT = AnalogNets.VWW_INPUT;

  private VisionTraining() {}

  /**
   * Trains.
   *
   * @param data is learned, but for the scenes that are watched
   * @param checkpoints folder for checkpoints; an interrupted training goes on from there
   * @return a model for each width of {@link VisionTrainingSettings#widths}, widest first
   */
  public static Map<Integer, Model> train(
      PictureSet data, VisionTrainingSettings settings, Path checkpoints, TrainingListener listener)
      throws IOException {
    PictureSplit split = PictureSplit.of(data.pictures(), settings.validationShare());
    LabelledTensors watched = features(split.validation());
    int drawn = Math.min(settings.examplesPerEpoch(), split.training().size());
    PictureExamples varied =
        new PictureExamples(
            split.training(),
            PictureAugmentation.varied(INPUT.height(), INPUT.width()),
            drawn,
            settings.seed());
    PictureExamples calm =
        new PictureExamples(
            split.training(),
            PictureAugmentation.calm(INPUT.height(), INPUT.width()),
            drawn,
            settings.seed());
    StagedTraining training =
        new StagedTraining(
            scaling(split.training()),
            watched.tensors().toArray(new float[0][]),
            watched.labels(),
            listener,
            checkpoints,
            String.join(
                ", ",
                settings.fingerprint(),
                varied.settings(),
                calm.settings(),
                data.pictures().size() + " pictures"),
            settings.batchSize(),
            settings.weightDecay(),
            settings.seed());
    Map<String, String> facts = facts(split, drawn);
    Map<Integer, Model> models = new LinkedHashMap<>();
    Schedule.run(training, varied, calm, AnalogNets.vww(), WideVisionNetwork.untrained(), settings)
        .forEach(
            (bits, trained) ->
                models.put(bits, Schedule.model(trained, settings, facts, "pictures")));
    return models;
  }

  /** The tensors that a network sees of labelled pictures. */
  public static LabelledTensors features(List<LabelledPicture> pictures) {
    Downscale downscale = new Downscale(INPUT.height(), INPUT.width());
    List<float[]> tensors = new ArrayList<>();
    int[] labels = new int[pictures.size()];
    for (LabelledPicture picture : pictures) {
      float[] tensor = new float[INPUT.size()];
      downscale.apply(picture.picture(), tensor);
      labels[tensors.size()] = picture.label() == PersonLabel.PERSON ? 1 : 0;
      tensors.add(tensor);
    }
    return new LabelledTensors(tensors, labels);
  }

  /** Brings each colour to mean 0 and deviation 1 over the training pictures. */
  static InputScaling scaling(List<LabelledPicture> pictures) {
    int channels = INPUT.channels();
    long[] sums = new long[channels];
    long[] squares = new long[channels];
    long count = 0;
    for (LabelledPicture picture : pictures) {
      byte[] rgb = picture.picture().rgb();
      for (int i = 0; i < rgb.length; i += channels) {
        for (int c = 0; c < channels; c++) {
          int value = rgb[i + c] & 0xff;
          sums[c] += value;
          squares[c] += value * value;
        }
      }
      count += rgb.length / channels;
    }
    float[] means = new float[INPUT.width() * channels];
    float[] inverse = new float[means.length];
    for (int i = 0; i < means.length; i++) {
      double mean = sums[i % channels] / (255.0 * count);
      double variance = squares[i % channels] / (255.0 * 255 * count) - mean * mean;
      means[i] = (float) mean;
      inverse[i] = (float) (1 / Math.sqrt(Math.max(variance, 1e-6)));
    }
    return new InputScaling("scaling", means, inverse);
  }

  private static Map<String, String> facts(PictureSplit split, int examples) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("frontEnd", FRONT_END);
    facts.put(
        "dataset",
        String.format(
            Locale.ROOT,
            "%d training and %d validation pictures, split by scene",
            split.training().size(),
            split.validation().size()));
    facts.put("trainingExamplesPerEpoch", Integer.toString(examples));
    return facts;
  }
}
