package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.training.KeywordTraining;
import org.analognets.training.KeywordTrainingSettings;
import org.analognets.training.TrainingNoise;
import org.analognets.training.TrainingSettings;
import org.analognets.training.VisionTraining;
import org.analognets.training.VisionTrainingSettings;
import org.analognets.training.dataset.PictureSet;
import org.analognets.training.dataset.SpeechCommands;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network for the array. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Train a network for the chip: first in float, then with the devices' noise and converters.",
      "Progress is kept in checkpoints; the same command goes on where it was interrupted."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets train kws --data speech --out kws.onnx",
      "  analognets train kws --data speech --out on-off.onnx --keywords on,off --epochs 20",
      "  analognets train vww --data pictures --out vww.onnx",
      "  analognets listen --model kws.onnx"
    })
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "kws|vww",
      converter = Converters.ToNetwork.class,
      description = "Which network: of keywords, or of persons.")
  private NetworkName name;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = {
        "kws: data set in the layout of Speech Commands, a folder or the .tar.gz.",
        "vww: folder of pictures with labels.csv, with COCO's instances_*.json, or in the folders"
            + " person and no_person."
      })
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.onnx",
      description = "The model file to write.")
  private Path out;

  @Option(
      names = "--keywords",
      split = ",",
      paramLabel = "WORD",
      description =
          "Of kws: words to tell apart; all others are \"unknown\". Default: the words with at least half"
              + " as many training clips as the most frequent one.")
  private List<String> keywords = List.of();

  @Option(
      names = "--bits",
      paramLabel = "8|6|4|ideal",
      defaultValue = "8",
      converter = Converters.ToConverter.class,
      description =
          "Width of the converters to train for; ideal: noise on the weights alone. Default:"
              + " ${DEFAULT-VALUE}")
  private Converter converter;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes of the float stage. Default: as the bundled model was trained.")
  private @Nullable Integer epochs;

  @Option(
      names = "--teacher-epochs",
      paramLabel = "N",
      description =
          "Passes of a wider float network that then teaches all stages, 0 for none: then the float"
              + " stage teaches those with noise. Default: as the bundled model was trained.")
  private @Nullable Integer teacherEpochs;

  @Option(
      names = "--analog-epochs",
      paramLabel = "N",
      description = "Passes of each stage with noise. Default: as the bundled model was trained.")
  private @Nullable Integer analogEpochs;

  @Option(
      names = "--noise",
      paramLabel = "none|gaussian|devices",
      converter = Converters.ToNoise.class,
      description = {
        "What disturbs the weights in the stages after float: nothing, a Gaussian of 6 %% of W_max, or"
            + " the device model. Default: devices"
      })
  private @Nullable TrainingNoise noise;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides every draw. Default: as the bundled model was trained.")
  private @Nullable Long seed;

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description = "Where progress is kept. Default: FILE.onnx.checkpoints")
  private @Nullable Path checkpoints;

  @Option(
      names = "--about",
      paramLabel = "TEXT",
      description = "What the model file shall say of its data and licence.")
  private @Nullable String about;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Model trained =
        switch (name) {
          case KWS -> trainKeywords();
          case VWW -> trainPersons();
        };
    OnnxModelFile.write(out, about == null ? trained : trained.withFact("about", about));
    spec.commandLine().getOut().println("wrote " + out);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private Model trainKeywords() throws IOException {
    SpeechCommands clips = DataSets.clips(data);
    KeywordTrainingSettings settings =
        adjusted(KeywordTrainingSettings.defaults(KeywordChoice.of(clips, keywords)));
    PrintWriter err = spec.commandLine().getErr();
    err.println("keywords: " + String.join(", ", settings.keywords()));
    err.flush();
    try (EpochReport report = new EpochReport(err)) {
      return Objects.requireNonNull(
          KeywordTraining.train(clips, settings, checkpointFolder(), report).get(converter.bits()));
    }
  }

  private Model trainPersons() throws IOException {
    PictureSet pictures = DataSets.pictures(data);
    VisionTrainingSettings settings = adjusted(VisionTrainingSettings.defaults());
    try (EpochReport report = new EpochReport(spec.commandLine().getErr())) {
      return Objects.requireNonNull(
          VisionTraining.train(pictures, settings, checkpointFolder(), report)
              .get(converter.bits()));
    }
  }

  private void checkOptions() throws IOException {
    if (name != NetworkName.KWS && !keywords.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--keywords are of kws only");
    }
    checkEpochs("--epochs", epochs);
    checkEpochs("--analog-epochs", analogEpochs);
    if (teacherEpochs != null && teacherEpochs < 0) {
      throw new ParameterException(
          spec.commandLine(), "--teacher-epochs must be 0 or more, was " + teacherEpochs);
    }
    Outputs.check(out);
  }

  private void checkEpochs(String option, @Nullable Integer passes) {
    if (passes != null && passes < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " must be 1 or more, was " + passes);
    }
  }

  private <S extends TrainingSettings<S>> S adjusted(S defaults) {
    S settings = defaults.withWidths(List.of(converter.bits()));
    if (epochs != null) {
      settings = settings.withFloatEpochs(epochs);
    }
    if (teacherEpochs != null) {
      settings = settings.withTeacherEpochs(teacherEpochs);
    }
    if (analogEpochs != null) {
      settings = settings.withAnalogEpochs(analogEpochs);
    }
    if (noise != null) {
      settings = settings.withNoise(noise);
    }
    return seed == null ? settings : settings.withSeed(seed);
  }

  private Path checkpointFolder() {
    return checkpoints == null ? Path.of(out + ".checkpoints") : checkpoints;
  }
}
