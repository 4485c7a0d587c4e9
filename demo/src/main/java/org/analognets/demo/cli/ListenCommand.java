package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.JsonReport;
import org.analognets.demo.sensor.Report;
import org.analognets.demo.sensor.SensorSession;
import org.analognets.demo.sensor.TextReport;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.decision.DecisionSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Hears keywords and tells what each cost. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Hear keywords at the microphone or in a recording, with the energy of each.",
      "Without a microphone a bundled recording is played instead. Ctrl-C ends it, with a summary"
          + " and exit code 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets listen",
      "  analognets listen --input mic:USB --threshold 0.8",
      "  analognets listen --input words.wav --fast --json",
      "  analognets listen --bits 6 --age 1y      a chip programmed a year ago",
      "  analognets listen --chip chip.bin        one that 'analognets program' kept",
      "  curl http://127.0.0.1:9464/metrics       meanwhile, in another terminal"
    })
final class ListenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "FILE.wav|mic|mic:NAME|bundled",
      description =
          "A recording, the default microphone, one by name, part of its name or index (see"
              + " 'analognets devices'), or the bundled recording. Default: mic, or bundled where"
              + " there is none.")
  private @Nullable String input;

  @Mixin private ChipOptions chip;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "Smallest smoothed score of a wake event, above 0 and at most 1. Default: 0.7")
  private @Nullable Double threshold;

  @Option(names = "--json", description = "Print JSON lines: wake events, then a summary.")
  private boolean json;

  @Option(names = "--once", description = "End after the first wake event.")
  private boolean once;

  @Option(names = "--fast", description = "Take a recording as fast as possible, not in real time.")
  private boolean fast;

  @Mixin private MetersOptions meters;

  @Override
  public Integer call() throws IOException {
    chip.check();
    PipelineSettings settings = settings();
    PrintWriter out = spec.commandLine().getOut();
    Report report = json ? new JsonReport(out) : new TextReport(out);
    Programming programming = Programming.begin(() -> chip.chip(NetworkName.KWS));
    try (SensorSession session = meters.open(report)) {
      AgedChip programmed = programming.await();
      meters.tell(session);
      session.run(SoundInput.sensor(input, programmed, settings));
    }
    return ExitCode.OK;
  }

  private PipelineSettings settings() {
    PipelineSettings defaults = PipelineSettings.defaults();
    return defaults
        .withOnce(once)
        .withCapture(defaults.capture().withPaced(!fast))
        .withDecision(decision(defaults.decision()));
  }

  private DecisionSettings decision(DecisionSettings defaults) {
    try {
      return threshold == null ? defaults : defaults.withThreshold(threshold);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
