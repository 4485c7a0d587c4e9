package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.analog.network.Network;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.Networks;
import org.analognets.demo.live.PictureSource;
import org.analognets.demo.live.SoundSource;
import org.analognets.demo.page.DemoSession;
import org.analognets.demo.page.DemoSession.FirstChip;
import org.analognets.demo.page.PageSettings;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.StopSignal;
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

/** Shows sensors and chips at work on a page. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Watch chips hear and see, on a page: speak, walk in front of the camera, see what that costs,"
          + " age a chip by a year and see what happens.",
      "Each sense has a chip of its own: together the two networks need 124.8 %% of one array.",
      "Bundled material takes the place of a microphone or camera that isn't there. Ctrl-C ends it,"
          + " with a summary of each sense and exit code 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets demo                        then open http://127.0.0.1:8080",
      "  analognets demo --sound bundled --no-pictures --bits 6 --age 30d",
      "  analognets demo --pictures http://camera.local/video.mjpg",
      "  analognets demo --port 8081            beside another one",
      "  analognets demo --host 0.0.0.0 --token SECRET    for other machines, too",
      "  curl http://127.0.0.1:8080/health      meanwhile, in another terminal"
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--sound",
      paramLabel = "FILE.wav|mic|mic:NAME|bundled",
      description =
          "Where sound comes from at first; the page can change it. Files are played again and"
              + " again. Default: mic, or bundled where there is none.")
  private @Nullable String sound;

  @Option(
      names = "--pictures",
      paramLabel = "webcam|webcam:NAME|http://..|DIR|FILE|bundled",
      description =
          "Where pictures come from at first, alike. Default: webcam, or bundled where there is"
              + " none.")
  private @Nullable String pictures;

  @Option(names = "--no-sound", description = "See only.")
  private boolean noSound;

  @Option(names = "--no-pictures", description = "Hear only.")
  private boolean noPictures;

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description =
          "A network in the place of the bundled one that takes the same, for all widths; once for"
              + " each sense.")
  private List<Path> models = List.of();

  @Mixin private AcceleratorOptions accelerator;

  @Option(
      names = "--age",
      paramLabel = "AGE",
      defaultValue = "25s",
      converter = Converters.ToAge.class,
      description =
          "Time since the chips were programmed, e.g. 25s, 24h, 1y; the page can change it. Default:"
              + " ${DEFAULT-VALUE}")
  private Age age;

  @Mixin private PageOptions page;

  @Override
  public Integer call() throws IOException {
    PageSettings settings = page.settings();
    checkSources();
    Map<NetworkName, Path> files = files();
    Programming ear = Programming.begin(() -> chip(NetworkName.KWS, files));
    Programming eye = Programming.begin(() -> chip(NetworkName.VWW, files));
    Map<LiveSensor, Optional<String>> sensors = new LinkedHashMap<>();
    try (DemoSession session = new DemoSession()) {
      if (!noSound) {
        FirstChip first = first(ear, NetworkName.KWS, files);
        sensors.put(session.hear(first, PipelineSettings.defaults()), Optional.ofNullable(sound));
      }
      if (!noPictures) {
        FirstChip first = first(eye, NetworkName.VWW, files);
        sensors.put(session.see(first, WatchSettings.defaults()), Optional.ofNullable(pictures));
      }
      run(session, sensors, session.serve(settings));
    }
    return ExitCode.OK;
  }

  /** What a user names must be there. */
  private void checkSources() throws IOException {
    if (noSound && noPictures) {
      throw new ParameterException(
          spec.commandLine(), "--no-sound and --no-pictures leave nothing to show");
    }
    if (sound != null && !noSound) {
      SoundSource.of(sound).open().close();
    }
    if (pictures != null && !noPictures) {
      PictureSource.of(pictures, WatchSettings.defaults().framesPerSecond()).open().close();
    }
  }

  /** Which sense each file is for tells what its network takes. */
  private Map<NetworkName, Path> files() throws IOException {
    Map<NetworkName, Path> files = new EnumMap<>(NetworkName.class);
    for (Path file : models) {
      Network network = OnnxModelFile.read(file).network();
      NetworkName name = NetworkName.VWW.fits(network) ? NetworkName.VWW : NetworkName.KWS;
      name.require(network, file);
      Path other = files.put(name, file);
      if (other != null) {
        throw new ParameterException(
            spec.commandLine(), "--model: %s and %s are both %s".formatted(other, file, name));
      }
    }
    return files;
  }

  private AgedChip chip(NetworkName network, Map<NetworkName, Path> files) throws IOException {
    return new AgedChip(
        accelerator.program(
            Models.readOrBundled(network, files.get(network), accelerator.converter())),
        age.seconds());
  }

  private static FirstChip first(
      Programming chip, NetworkName network, Map<NetworkName, Path> files) throws IOException {
    AgedChip aged = chip.await();
    Networks networks = width -> Models.readOrBundled(network, files.get(network), width);
    return new FirstChip(aged.chip(), aged.ageSeconds(), networks);
  }

  private void run(DemoSession session, Map<LiveSensor, Optional<String>> sensors, String address) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The page is at " + address + " ; Ctrl-C ends");
    out.flush();
    sensors.forEach(
        (sensor, source) -> source.ifPresentOrElse(sensor::begin, () -> sensor.begin()));
    CountDownLatch asked = new CountDownLatch(1);
    try (StopSignal signal = StopSignal.asks(asked::countDown)) {
      asked.await();
      sensors.keySet().forEach(LiveSensor::close);
      TextReport report = new TextReport(out);
      session.summaries().forEach(report::finished);
      signal.endedWell();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
