package org.analognets.demo.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.stream.StreamEvaluation;
import org.analognets.demo.stream.StreamScore;
import org.analognets.demo.text.Json;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.WavFile;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.decision.DecisionSettings;
import org.analognets.training.stream.LabelFile;
import org.analognets.training.stream.Recording;
import org.analognets.training.stream.Utterance;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  /** Labels set by hand or cut to milliseconds may end a little late. */
  private static final double ROUNDING_SECONDS = 0.1;

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
      defaultValue = "0.7",
      description =
          "Smallest smoothed score of a wake event, above 0 and at most 1. Default: ${DEFAULT-VALUE}")
  private double threshold;

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
    DecisionSettings settings = settings();
    List<Utterance> said = LabelFile.read(labels);
    Recording recording = new Recording(WavFile.read(input), said);
    checkEnds(recording);
    chipOptions.check();
    AgedChip chip = chipOptions.chip(NetworkName.KWS);
    StreamEvaluation heard;
    try (Progress progress = Progress.of("listening", "samples", recording.samples().length)) {
      heard =
          StreamEvaluation.listen(
              chip.chip(), chip.ageSeconds(), recording, hopMillis, progress::stepTo);
    }
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

  /** Settings that can't work are a wrong command line, before minutes of listening. */
  private DecisionSettings settings() {
    try {
      PipelineSettings live = PipelineSettings.defaults().withHopMillis(hopMillis);
      DecisionSettings settings = live.decision().withThreshold(threshold);
      settings.requireHop(live.hopSeconds());
      return settings;
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private void checkEnds(Recording recording) throws IOException {
    double end = recording.samples().length / (double) Mfcc.SAMPLE_RATE_HZ;
    for (Utterance u : recording.utterances()) {
      if (u.endSeconds() > end + ROUNDING_SECONDS) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: '%s' ends at %.3f s, but %s at %.3f s; are they of the same recording?",
                labels,
                u.word(),
                u.endSeconds(),
                input,
                end));
      }
    }
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
        "at threshold %.2f: %d hits, %d misses (false reject rate %s), %d false accepts"
            + " (%.2f an hour), median latency %s after the word's end%n",
        threshold,
        score.hits(),
        score.misses(),
        rate(score),
        score.falseAccepts(),
        score.falseAcceptsPerHour(),
        latency(score));
    out.printf(
        Locale.ROOT,
        "energy: %.3f J an hour of listening, accelerator only: without microphone, MFCC, host"
            + " (energy model fitted)%n%n",
        heard.joulesPerHour());
    out.println("threshold   false rejects   false accepts/h   median latency");
    for (Point p : curve) {
      out.printf(
          Locale.ROOT,
          "%9.2f %15s %17.2f %16s%n",
          p.threshold(),
          rate(p.score()),
          p.score().falseAcceptsPerHour(),
          latency(p.score()));
    }
  }

  private static String rate(StreamScore score) {
    return score.keywords() == 0
        ? "-"
        : String.format(Locale.ROOT, "%.1f %%", 100 * score.falseRejectRate());
  }

  private static String latency(StreamScore score) {
    return score.hits() == 0
        ? "-"
        : String.format(Locale.ROOT, "%.2f s", score.medianLatencySeconds());
  }

  private void json(
      PrintWriter out, AgedChip chip, StreamEvaluation heard, StreamScore score, List<Point> curve)
      throws IOException {
    Json.line(
        out,
        fields -> {
          fields.writeStringField("model", chip.chip().model().network().name());
          fields.writeStringField("bits", chip.chip().settings().converter().label());
          fields.writeStringField("device", chip.chip().settings().deviceModel().name());
          fields.writeStringField("compensation", chip.chip().settings().compensation().label());
          fields.writeNumberField("seed", chip.chip().seed());
          fields.writeFieldName("ageSeconds");
          Json.number(fields, chip.ageSeconds());
          fields.writeNumberField("hopSeconds", hopMillis / 1000.0);
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
