package org.analognets.demo.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.analognets.demo.cli.ChipOptions.AgedChip;
import org.analognets.demo.stream.StreamEvaluation;
import org.analognets.demo.stream.StreamScore;
import org.analognets.demo.text.Json;
import org.analognets.frontends.sound.WavFile;
import org.analognets.pipeline.decision.DecisionSettings;
import org.analognets.training.stream.LabelFile;
import org.analognets.training.stream.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures an always-on listener over a labelled recording. */
@Command(
    name = "evaluate-stream",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Measure the always-on listener over a labelled recording: hits, misses, false accepts an hour,"
          + " latency after a word's end, energy of an hour; and the same over thresholds.",
      "A detection is a hit from a word's start to 1.5 s after its end."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets compose --data speech --split testing --snr 10 --out x.wav --labels x.txt",
      "  analognets evaluate-stream --input x.wav --labels x.txt"
    })
final class EvaluateStreamCommand implements Callable<Integer> {
  private static final int CURVE_POINTS = 18;
  private static final double CURVE_STEP = 0.05;

  @Spec private CommandSpec spec;

  @Mixin private ChipOptions chipOptions;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE.wav",
      description = "The recording.")
  private Path input;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "FILE.txt",
      description = "What is said in it: lines of start, end (seconds) and word.")
  private Path labels;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "Score that wakes, in 0..1. Default: what listen uses.")
  private Double threshold = DecisionSettings.defaults().threshold();

  @Option(
      names = "--hop",
      paramLabel = "MS",
      defaultValue = "100",
      description = "Milliseconds between inferences, a multiple of 20. Default: ${DEFAULT-VALUE}")
  private int hopMillis;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Recording recording = new Recording(WavFile.read(input), LabelFile.read(labels));
    chipOptions.check();
    AgedChip chip = chipOptions.chip();
    StreamEvaluation heard;
    try (Progress progress = Progress.of("listening", "samples", recording.samples().length)) {
      heard =
          StreamEvaluation.listen(
              chip.chip(), chip.ageSeconds(), recording, hopMillis, progress::stepTo);
    }
    DecisionSettings settings = DecisionSettings.defaults().withThreshold(threshold);
    List<Point> curve = new ArrayList<>();
    for (int i = 1; i <= CURVE_POINTS; i++) {
      double at = Math.round(i * CURVE_STEP * 100) / 100.0;
      curve.add(new Point(at, heard.score(settings.withThreshold(at))));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      json(out, chip, heard, heard.score(settings), curve);
    } else {
      print(out, heard, heard.score(settings), curve);
    }
    out.flush();
    return ExitCode.OK;
  }

  /** One point of the operating curve. */
  private record Point(double threshold, StreamScore score) {}

  private void print(
      PrintWriter out, StreamEvaluation heard, StreamScore score, List<Point> curve) {
    out.printf(
        Locale.ROOT,
        "%s: %.1f min, %d keywords, %d inferences (a new one every %d ms)%n",
        input,
        heard.audioSeconds() / 60,
        score.keywords(),
        heard.inferences(),
        hopMillis);
    out.printf(
        Locale.ROOT,
        "at threshold %.2f: %d hits, %d misses (false reject rate %.1f %%), %d false accepts"
            + " (%.2f an hour), median latency %.2f s after the word's end%n",
        threshold,
        score.hits(),
        score.misses(),
        100 * score.falseRejectRate(),
        score.falseAccepts(),
        score.falseAcceptsPerHour(),
        score.medianLatencySeconds());
    out.printf(
        Locale.ROOT,
        "energy: %.3f J an hour of listening, accelerator only: without microphone, MFCC, host"
            + " (energy model fitted)%n%n",
        heard.joulesPerHour());
    out.println("threshold   false rejects   false accepts/h   median latency");
    for (Point p : curve) {
      out.printf(
          Locale.ROOT,
          "%9.2f %13.1f %% %17.2f %14.2f s%n",
          p.threshold(),
          100 * p.score().falseRejectRate(),
          p.score().falseAcceptsPerHour(),
          p.score().medianLatencySeconds());
    }
  }

  private void json(
      PrintWriter out, AgedChip chip, StreamEvaluation heard, StreamScore score, List<Point> curve)
      throws IOException {
    Json.line(
        out,
        fields -> {
          fields.writeStringField("model", chip.chip().model().network().name());
          fields.writeStringField("bits", chip.chip().settings().converter().label());
          fields.writeNumberField("ageSeconds", chip.ageSeconds());
          fields.writeNumberField("audioSeconds", heard.audioSeconds());
          fields.writeNumberField("inferences", heard.inferences());
          fields.writeNumberField("energyJoulesPerHour", heard.joulesPerHour());
          fields.writeNumberField("keywords", score.keywords());
          point(fields, new Point(threshold, score));
          fields.writeArrayFieldStart("curve");
          for (Point p : curve) {
            fields.writeStartObject();
            point(fields, p);
            fields.writeEndObject();
          }
          fields.writeEndArray();
        });
  }

  private static void point(JsonGenerator fields, Point p) throws IOException {
    StreamScore score = p.score();
    fields.writeNumberField("threshold", p.threshold());
    fields.writeNumberField("hits", score.hits());
    fields.writeNumberField("misses", score.misses());
    fields.writeNumberField("falseRejectRate", score.falseRejectRate());
    fields.writeNumberField("falseAccepts", score.falseAccepts());
    fields.writeNumberField("falseAcceptsPerHour", score.falseAcceptsPerHour());
    if (score.hits() > 0) {
      fields.writeNumberField("medianLatencySeconds", score.medianLatencySeconds());
    }
  }
}
