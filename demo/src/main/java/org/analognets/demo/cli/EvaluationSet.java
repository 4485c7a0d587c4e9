package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.analognets.analog.model.Model;
import org.analognets.training.KeywordTraining;
import org.analognets.training.VisionTraining;
import org.analognets.training.VisionTrainingSettings;
import org.analognets.training.dataset.Clip;
import org.analognets.training.dataset.ClipSet;
import org.analognets.training.dataset.LabelSet;
import org.analognets.training.dataset.LabelledPicture;
import org.analognets.training.dataset.PersonLabel;
import org.analognets.training.dataset.PictureSplit;
import org.analognets.training.dataset.SpeechCommands;
import org.analognets.training.dataset.Split;
import org.analognets.training.evaluation.LabelledTensors;
import org.jspecify.annotations.Nullable;

/**
 * What a network is measured on.
 *
 * @param data folder or archive
 * @param split part of it, or null for all
 * @param seed of sampling
 */
record EvaluationSet(Path data, @Nullable Split split, long seed) {

  /** Reads the part that was asked for, as the network sees it. */
  LabelledTensors read(NetworkName name, Model model) throws IOException {
    return switch (name) {
      case KWS -> clips(model);
      case VWW -> pictures();
    };
  }

  private LabelledTensors clips(Model model) throws IOException {
    SpeechCommands all = DataSets.clips(data);
    List<Clip> clips = split == null ? all.clips() : all.clips(split);
    LabelSet labels = new LabelSet(model.network().labels());
    if (clips.stream().noneMatch(clip -> labels.isKeyword(clip.word()))) {
      throw new IOException(
          "%s: the %s split holds none of the model's keywords: %s"
              .formatted(data, splitLabel(), String.join(", ", labels.keywords())));
    }
    return KeywordTraining.features(ClipSet.of(all, clips, labels, seed));
  }

  /** Pictures are split as training splits them; what is to be tested on is a folder of its own. */
  private LabelledTensors pictures() throws IOException {
    List<LabelledPicture> all =
        DataSets.pictures(data).pictures().stream()
            .filter(picture -> picture.label() != PersonLabel.UNLABELLED)
            .toList();
    PictureSplit parts = PictureSplit.of(all, VisionTrainingSettings.defaults().validationShare());
    List<LabelledPicture> chosen =
        split == null ? all : split == Split.TRAINING ? parts.training() : parts.validation();
    if (chosen.isEmpty()) {
      throw new IOException(
          "%s: the %s split holds no labelled pictures".formatted(data, splitLabel()));
    }
    return VisionTraining.features(chosen);
  }

  private String splitLabel() {
    return split == null ? "all" : split.label();
  }
}
