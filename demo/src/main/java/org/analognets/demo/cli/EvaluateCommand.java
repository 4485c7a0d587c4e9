package org.analognets.demo.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
import org.analognets.demo.text.Age;
import org.analognets.demo.text.Json;
import org.analognets.training.KeywordTraining;
import org.analognets.training.dataset.Clip;
import org.analognets.training.dataset.ClipSet;
import org.analognets.training.dataset.LabelSet;
import org.analognets.training.dataset.SpeechCommands;
import org.analognets.training.dataset.Split;
import org.analognets.training.evaluation.DriftExperiment;
import org.analognets.training.evaluation.DriftExperiment.Plan;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.analognets.training.evaluation.DriftExperiment.Score;
import org.analognets.training.evaluation.LabelledTensors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures accuracy, digital and on programmed chips of any age. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Measure accuracy on a data set: digital, and as mean and standard deviation over chips.",
      "The set: all keyword clips of the split, other words as \"unknown\" sampled to 10 %% of it,"
          + " silence from the background noise to 10 %%."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets evaluate kws --data speech",
      "  analognets evaluate kws --data speech --bits 8,6 --age 25s,24h,1y --chips 10 --json"
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      converter = Converters.ToNetwork.class,
      description = "Which network: kws.")
  private NetworkName name;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data set in the layout of Speech Commands: a folder, or the .tar.gz.")
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description = "The network, as 'analognets train' writes it. Default: the bundled one.")
  private @Nullable Path model;

  @Option(
      names = "--split",
      paramLabel = "training|validation|testing|all",
      defaultValue = "testing",
      description = "Part of the data set. Default: ${DEFAULT-VALUE}")
  private String split;

  @Option(
      names = "--bits",
      split = ",",
      paramLabel = "8|6|4|ideal",
      defaultValue = "8",
      converter = Converters.ToConverter.class,
      description = "Widths of the chip's converters. Default: ${DEFAULT-VALUE}")
  private List<Converter> bits;

  @Option(
      names = {"--age", "--ages"},
      split = ",",
      paramLabel = "AGE",
      defaultValue = "24h",
      converter = Converters.ToAge.class,
      description = "Times since programming, e.g. 25s,1h,24h,30d,1y. Default: ${DEFAULT-VALUE}")
  private List<Age> ages;

  @Option(
      names = "--chips",
      paramLabel = "N",
      defaultValue = "5",
      description = "Chips to program. Default: ${DEFAULT-VALUE}")
  private int chips;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the set's sampling and the chips. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Model network = Models.readOrBundled(model);
    if (!network.network().name().equals(name.toString())) {
      throw new IOException(
          "%s is a network '%s', not %s".formatted(model, network.network().name(), name));
    }
    LabelledTensors set = testSet(network);
    double digital = set.digitalAccuracy(network);
    List<Result> results = run(network, set);
    if (json) {
      printJson(network, set, digital, results);
    } else {
      printText(network, set, digital, results);
    }
    return ExitCode.OK;
  }

  private void checkOptions() {
    if (chips < 1) {
      throw new ParameterException(spec.commandLine(), "--chips must be 1 or more, was " + chips);
    }
    if (!split.equals(ALL)) {
      chosenSplit();
    }
  }

  private Split chosenSplit() {
    for (Split candidate : Split.values()) {
      if (candidate.label().equals(split)) {
        return candidate;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "--split '" + split + "' is none of training, validation, testing, all");
  }

  private LabelledTensors testSet(Model network) throws IOException {
    SpeechCommands all = DataSets.read(data);
    List<Clip> clips = split.equals(ALL) ? all.clips() : all.clips(chosenSplit());
    ClipSet set = ClipSet.of(all, clips, new LabelSet(network.network().labels()), seed);
    if (set.size() == 0) {
      throw new IOException(data + ": the " + split + " split holds none of the model's keywords");
    }
    return KeywordTraining.features(set);
  }

  private List<Result> run(Model network, LabelledTensors set) throws IOException {
    List<AonCim> accelerators =
        bits.stream().map(width -> AonCim.defaults().withConverter(width)).toList();
    Plan plan =
        new Plan(
            accelerators,
            accelerators.stream().map(accelerator -> network).toList(),
            ages.stream().map(Age::seconds).toList(),
            chips,
            seed,
            Runtime.getRuntime().availableProcessors());
    long scores = (long) bits.size() * ages.size() * chips;
    try (Progress progress = Progress.of("evaluating", "scores", scores)) {
      return DriftExperiment.run(plan, set, new Watched(progress));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the evaluation was interrupted");
    }
  }

  private void printJson(Model network, LabelledTensors set, double digital, List<Result> results)
      throws IOException {
    Json.line(
        spec.commandLine().getOut(),
        out -> {
          out.writeStringField("model", network.network().name());
          out.writeStringField("split", split);
          out.writeNumberField("clips", set.size());
          out.writeNumberField("digitalAccuracy", digital);
          out.writeArrayFieldStart("results");
          for (Result result : results) {
            out.writeStartObject();
            if (result.converter().isIdeal()) {
              out.writeStringField("bits", result.converter().label());
            } else {
              out.writeNumberField("bits", result.converter().bits());
            }
            out.writeStringField("age", ageText(result));
            out.writeFieldName("ageSeconds");
            Json.number(out, result.ageSeconds());
            out.writeNumberField("chips", result.accuracies().size());
            out.writeNumberField("accuracyMean", result.mean());
            out.writeNumberField("accuracyStd", result.deviation());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private void printText(Model network, LabelledTensors set, double digital, List<Result> results) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s on %s, %s split: %d clips, seed %d%n",
        network.network().name(), data, split, set.size(), seed);
    out.printf(Locale.ROOT, "digital: %.2f %%%n", 100 * digital);
    out.printf("%5s  %5s  %5s  %8s  %s%n", "bits", "age", "chips", "mean", "deviation");
    for (Result result : results) {
      out.printf(
          Locale.ROOT,
          "%5s  %5s  %5d  %6.2f %%  %.2f%n",
          result.converter().label(),
          ageText(result),
          result.accuracies().size(),
          100 * result.mean(),
          100 * result.deviation());
    }
    out.flush();
  }

  private String ageText(Result result) {
    return ages.stream()
        .filter(age -> age.seconds() == result.ageSeconds())
        .map(Age::text)
        .findFirst()
        .orElseThrow();
  }

  /** Moves the bar along; knows nothing of earlier runs. */
  private record Watched(Progress progress) implements DriftExperiment.Journal {

    @Override
    public Optional<Double> known(Converter converter, double ageSeconds, int chip) {
      return Optional.empty();
    }

    @Override
    public void measured(Score score) {
      progress.step();
    }
  }
}
