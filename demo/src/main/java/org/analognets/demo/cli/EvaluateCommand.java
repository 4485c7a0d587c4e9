package org.analognets.demo.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.model.Model;
import org.analognets.demo.evaluate.EvaluationReport;
import org.analognets.demo.evaluate.ScoreJournal;
import org.analognets.demo.text.Age;
import org.analognets.training.dataset.Split;
import org.analognets.training.evaluation.DigitalScore;
import org.analognets.training.evaluation.DriftExperiment;
import org.analognets.training.evaluation.DriftExperiment.Plan;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.analognets.training.evaluation.LabelledTensors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Measures accuracy, digital and on programmed chips of any age. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Measure accuracy on a data set: digital, and as mean and standard deviation over chips.",
      "kws: all keyword clips of the split, other words as \"unknown\" sampled to 10 %% of it, silence"
          + " from the background noise to 10 %%. vww: all labelled pictures of the split."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets evaluate kws --data speech",
      "  analognets evaluate kws --data speech --bits 8,6,4 --ages 25s,24h,1y --chips 25 \\",
      "      --json out.json --csv out.csv --plot out.png",
      "  analognets evaluate vww --data pictures/test --chips 25"
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final String ALL = "all";
  private static final String STANDARD_OUTPUT = "-";

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
      names = "--model",
      paramLabel = "FILE.onnx",
      description =
          "The network, as 'analognets train' writes it. Default: the bundled one of each width.")
  private @Nullable Path model;

  @Option(
      names = "--split",
      paramLabel = "training|validation|testing|all",
      description = {
        "Part of the data set. Default: testing of kws, all of vww.",
        "vww has no testing part, but a folder of its own for that; validation is what training"
            + " watches of the same folder."
      })
  private @Nullable String split;

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

  @Option(
      names = "--device",
      paramLabel = "pcm|hermes|ideal",
      defaultValue = "pcm",
      converter = Converters.ToDeviceModel.class,
      description = "What the array is made of. Default: ${DEFAULT-VALUE}")
  private DeviceModel device;

  @Option(
      names = "--compensation",
      paramLabel = "none|gdc|gdc-dac|gdc-adc|column",
      converter = Converters.ToCompensation.class,
      description =
          "What is done about drift. Default: gdc at 8 bit and ideal, gdc-adc at 6 and 4 bit")
  private @Nullable DriftCompensation compensation;

  @Option(
      names = "--json",
      arity = "0..1",
      paramLabel = "FILE",
      fallbackValue = STANDARD_OUTPUT,
      description =
          "One JSON object: with FILE to it, beside the table; alone to standard output, instead of"
              + " the table.")
  private @Nullable String json;

  @Option(names = "--csv", paramLabel = "FILE", description = "A line for each width and age.")
  private @Nullable Path csv;

  @Option(
      names = "--plot",
      paramLabel = "FILE.png",
      description = "A picture of accuracy over age.")
  private @Nullable Path plot;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = {
        "Where scores are kept as they come: after Ctrl-C the same command goes on from there."
            + " Removed at the end. Default: the first output file's name with .partial; none"
            + " without an output file."
      })
  private @Nullable Path journal;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Outputs.check(jsonFile().orElse(null), csv, plot, journal);
    List<AonCim> accelerators = bits.stream().map(this::accelerator).toList();
    List<Model> models = new ArrayList<>();
    for (Converter width : bits) {
      models.add(checked(Models.readOrBundled(name, model, width)));
    }
    LabelledTensors set = new EvaluationSet(data, chosenSplit(), seed).read(name, models.get(0));
    Map<Double, String> ageNames = new LinkedHashMap<>();
    ages.forEach(age -> ageNames.putIfAbsent(age.seconds(), age.text()));
    Plan plan =
        new Plan(
            accelerators,
            models,
            List.copyOf(ageNames.keySet()),
            chips,
            seed,
            Runtime.getRuntime().availableProcessors());
    Optional<Path> scores = journalFile();
    report(describe(plan, set, ageNames, run(plan, set, ageNames, scores)));
    if (scores.isPresent()) {
      // The results are safe elsewhere now.
      Files.deleteIfExists(scores.get());
    }
    return ExitCode.OK;
  }

  private EvaluationReport describe(
      Plan plan, LabelledTensors set, Map<Double, String> ageNames, List<Result> results) {
    Map<String, DigitalScore> digital = new LinkedHashMap<>();
    Map<String, String> compensations = new LinkedHashMap<>();
    for (int i = 0; i < bits.size(); i++) {
      digital.put(bits.get(i).label(), set.digitalScore(plan.models().get(i)));
      compensations.put(bits.get(i).label(), plan.accelerators().get(i).compensation().label());
    }
    return new EvaluationReport(
        name.toString(),
        String.valueOf(data),
        splitLabel(),
        set.size(),
        seed,
        device.name(),
        compensations,
        digital,
        ageNames,
        results);
  }

  private void checkOptions() {
    if (chips < 1) {
      throw new ParameterException(spec.commandLine(), "--chips must be 1 or more, was " + chips);
    }
    chosenSplit();
    if (bits.stream().distinct().count() != bits.size()) {
      throw new ParameterException(spec.commandLine(), "--bits names a width twice");
    }
  }

  private AonCim accelerator(Converter width) {
    return AonCim.defaults()
        .withConverter(width)
        .withDeviceModel(device)
        .withCompensation(compensation == null ? DriftCompensation.bestAt(width) : compensation);
  }

  private Model checked(Model network) throws IOException {
    if (!network.network().name().equals(name.toString())) {
      throw new IOException(
          "%s is a network '%s', not %s".formatted(model, network.network().name(), name));
    }
    return network;
  }

  /** Null for all. */
  private @Nullable Split chosenSplit() {
    String label = splitLabel();
    if (label.equals(ALL)) {
      return null;
    }
    try {
      Split chosen = new Converters.ToSplit().convert(label);
      if (name == NetworkName.VWW && chosen == Split.TESTING) {
        throw new ParameterException(
            spec.commandLine(),
            "--split testing: pictures have no such part; give their folder to --data");
      }
      return chosen;
    } catch (TypeConversionException wrong) {
      throw new ParameterException(
          spec.commandLine(),
          "--split '" + label + "' is none of training, validation, testing, all",
          wrong);
    }
  }

  private String splitLabel() {
    if (split != null) {
      return split;
    }
    return name == NetworkName.KWS ? Split.TESTING.label() : ALL;
  }

  private List<Result> run(
      Plan plan, LabelledTensors set, Map<Double, String> ageNames, Optional<Path> scores)
      throws IOException {
    try (LiveScores live = new LiveScores(plan, ageNames, spec.commandLine().getErr())) {
      if (scores.isEmpty()) {
        return DriftExperiment.run(plan, set, live);
      }
      try (ScoreJournal kept =
          ScoreJournal.open(scores.get(), fingerprint(plan, set), live::measured)) {
        return DriftExperiment.run(plan, set, kept);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(
          "the evaluation was interrupted"
              + scores.map(file -> "; the same command goes on from " + file).orElse(""));
    }
  }

  private Optional<Path> jsonFile() {
    return Optional.ofNullable(json).filter(file -> !file.equals(STANDARD_OUTPUT)).map(Path::of);
  }

  private Optional<Path> journalFile() {
    return Optional.ofNullable(journal)
        .or(
            () ->
                Stream.of(jsonFile(), Optional.ofNullable(csv), Optional.ofNullable(plot))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(output -> Path.of(output + ".partial")));
  }

  /** All that decides a score. */
  private String fingerprint(Plan plan, LabelledTensors set) {
    StringBuilder text = new StringBuilder();
    text.append(splitLabel())
        .append(' ')
        .append(set.size())
        .append(" clips ")
        .append(contentHash(set));
    text.append(" seed ").append(seed).append(' ').append(device);
    for (int i = 0; i < plan.models().size(); i++) {
      text.append(" | ").append(plan.accelerators().get(i).converter().label());
      text.append(' ').append(plan.accelerators().get(i).compensation().label());
      text.append(' ').append(Integer.toHexString(plan.models().get(i).hashCode()));
    }
    return text.toString();
  }

  private static String contentHash(LabelledTensors set) {
    int hash = Arrays.hashCode(set.labels());
    for (float[] tensor : set.tensors()) {
      hash = 31 * hash + Arrays.hashCode(tensor);
    }
    return Integer.toHexString(hash);
  }

  private void report(EvaluationReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (STANDARD_OUTPUT.equals(json)) {
      report.printJson(out);
    } else {
      report.printText(out);
    }
    Optional<Path> file = jsonFile();
    if (file.isPresent()) {
      Outputs.write(file.get(), report::printJson);
    }
    if (csv != null) {
      Outputs.write(csv, report::printCsv);
    }
    if (plot != null) {
      report.plot(plot);
    }
  }
}
