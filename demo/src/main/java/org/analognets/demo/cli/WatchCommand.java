package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.JsonReport;
import org.analognets.demo.sensor.Report;
import org.analognets.demo.sensor.SensorSession;
import org.analognets.demo.sensor.TextReport;
import org.analognets.pipeline.WatchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sees persons come and leave, and tells what each cost. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "See persons come and leave at a camera or in pictures, with the energy of each.",
      "Without a camera bundled pictures are shown instead. A picture that can't be read is left"
          + " out; a camera that is lost is opened again. Ctrl-C ends it, with a summary and exit"
          + " code 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets watch",
      "  analognets watch --input webcam:1 --fps 5 --motion-gate",
      "  analognets watch --input http://camera.local/video.mjpg --json",
      "  analognets watch --input pictures/ --fast --bits 6 --age 1y",
      "  analognets watch --chip eye.bin          what 'analognets program vww' kept",
      "  curl http://127.0.0.1:9464/metrics       meanwhile, in another terminal"
    })
final class WatchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "webcam|webcam:NAME|http://..|DIR|FILE|bundled",
      description =
          "The first camera, one by name, part of its name or index (see 'analognets devices'), a"
              + " network camera (MJPEG or single pictures), a folder of pictures, a picture or"
              + " animated GIF, or the bundled pictures. Default: webcam, or bundled where there is"
              + " none.")
  private @Nullable String input;

  @Mixin private WatchOptions watch;

  @Mixin private ChipOptions chip;

  @Option(names = "--json", description = "Print JSON lines: events, then a summary.")
  private boolean json;

  @Option(names = "--once", description = "End after the first event.")
  private boolean once;

  @Option(names = "--fast", description = "Take files as fast as possible, not in real time.")
  private boolean fast;

  @Mixin private MetersOptions meters;

  @Override
  public Integer call() throws IOException {
    chip.check();
    WatchSettings settings = settings();
    PrintWriter out = spec.commandLine().getOut();
    Report report = json ? new JsonReport(out) : new TextReport(out);
    Programming programming = Programming.begin(() -> chip.chip(NetworkName.VWW));
    try (SensorSession session = meters.open(report)) {
      AgedChip programmed = programming.await();
      meters.tell(session);
      session.run(PictureInput.sensor(input, programmed, settings));
    }
    return ExitCode.OK;
  }

  private WatchSettings settings() {
    WatchSettings settings = watch.settings();
    return settings.withOnce(once).withCapture(settings.capture().withPaced(!fast));
  }
}
