package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.JsonReport;
import org.analognets.demo.sensor.Report;
import org.analognets.demo.sensor.SensorSession;
import org.analognets.demo.sensor.TextReport;
import org.analognets.demo.text.Age;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.WatchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Hears and sees at the same time, each sense on a chip of its own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Hear keywords and see persons at the same time, each on a chip of its own: together the two"
          + " networks need 124.8 %% of one array.",
      "Bundled material takes the place of a microphone or camera that isn't there. Ctrl-C ends it,"
          + " with a summary of each sense and exit code 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets demo --headless",
      "  analognets demo --headless --json --bits 6 --age 1y",
      "  analognets demo --headless --sound words.wav --pictures http://camera.local/video.mjpg",
      "  curl http://127.0.0.1:9464/metrics       meanwhile: the meters of both"
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--headless",
      description = "Print events on standard output, as 'listen' and 'watch' do.")
  private boolean headless;

  @Option(
      names = "--sound",
      paramLabel = "FILE.wav|mic|mic:NAME|bundled",
      description = "As --input of 'analognets listen'.")
  private @Nullable String sound;

  @Option(
      names = "--pictures",
      paramLabel = "webcam|webcam:NAME|http://..|DIR|FILE|bundled",
      description = "As --input of 'analognets watch'.")
  private @Nullable String pictures;

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description =
          "A network in the place of the bundled one that takes the same; once for each sense.")
  private List<Path> models = List.of();

  @Mixin private AcceleratorOptions accelerator;

  @Option(
      names = "--age",
      paramLabel = "AGE",
      defaultValue = "25s",
      converter = Converters.ToAge.class,
      description =
          "Time since the chips were programmed, e.g. 25s, 24h, 1y. Default: ${DEFAULT-VALUE}")
  private Age age;

  @Option(names = "--json", description = "Print JSON lines: events, then summaries.")
  private boolean json;

  @Option(names = "--fast", description = "Take files as fast as possible, not in real time.")
  private boolean fast;

  @Mixin private MetersOptions meters;

  @Override
  public Integer call() throws IOException {
    if (!headless) {
      throw new ParameterException(spec.commandLine(), "there is nothing to see yet: --headless");
    }
    Map<NetworkName, Path> files = files();
    PrintWriter out = spec.commandLine().getOut();
    Report report = json ? new JsonReport(out) : new TextReport(out);
    Programming ear = Programming.begin(() -> chip(NetworkName.KWS, files));
    Programming eye = Programming.begin(() -> chip(NetworkName.VWW, files));
    try (SensorSession session = meters.open(report)) {
      AgedChip hearing = ear.await();
      AgedChip seeing = eye.await();
      meters.tell(session);
      session.run(
          SoundInput.sensor(sound, hearing, soundSettings()),
          PictureInput.sensor(pictures, seeing, pictureSettings()));
    }
    return ExitCode.OK;
  }

  private AgedChip chip(NetworkName network, Map<NetworkName, Path> files) throws IOException {
    Model model = Models.readOrBundled(network, files.get(network), accelerator.converter());
    return new AgedChip(accelerator.program(model), age.seconds());
  }

  /** Which sense each network is for tells what it takes. */
  private Map<NetworkName, Path> files() throws IOException {
    Map<NetworkName, Path> files = new EnumMap<>(NetworkName.class);
    for (Path file : models) {
      NetworkName network = NetworkName.of(OnnxModelFile.read(file).network(), file);
      Path other = files.put(network, file);
      if (other != null) {
        throw new ParameterException(
            spec.commandLine(), "--model: %s and %s are both %s".formatted(other, file, network));
      }
    }
    return files;
  }

  private PipelineSettings soundSettings() {
    PipelineSettings defaults = PipelineSettings.defaults();
    return defaults.withCapture(defaults.capture().withPaced(!fast));
  }

  private WatchSettings pictureSettings() {
    WatchSettings defaults = WatchSettings.defaults();
    return defaults.withCapture(defaults.capture().withPaced(!fast));
  }
}
