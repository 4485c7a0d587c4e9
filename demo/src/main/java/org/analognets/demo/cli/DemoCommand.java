package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.Networks;
import org.analognets.demo.live.PictureSource;
import org.analognets.demo.live.SoundSource;
import org.analognets.demo.page.DemoSession;
import org.analognets.demo.page.DemoSession.FirstChip;
import org.analognets.demo.page.PageSettings;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.JsonReport;
import org.analognets.demo.sensor.Report;
import org.analognets.demo.sensor.SensorSession;
import org.analognets.demo.sensor.StopSignal;
import org.analognets.demo.sensor.TextReport;
import org.analognets.demo.sensor.WantedSensor;
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
      "  analognets demo --headless --json      no page, JSON lines instead",
      "  curl http://127.0.0.1:8080/health      meanwhile, in another terminal"
    })
final class DemoCommand implements Callable<Integer> {
  private static final Set<String> HEADLESS = Set.of("--json", "--fast", "--http-port");

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

  @Option(
      names = "--headless",
      description =
          "Serve no page but print events on standard output, as 'listen' and 'watch' do.")
  private boolean headless;

  @Option(names = "--json", description = "Headless: print JSON lines: events, then summaries.")
  private boolean json;

  @Option(
      names = "--fast",
      description = "Headless: take files as fast as possible, not in real time.")
  private boolean fast;

  @Mixin private MetersOptions meters;

  @Override
  public Integer call() throws IOException {
    if (noSound && noPictures) {
      throw new ParameterException(
          spec.commandLine(), "--no-sound and --no-pictures leave nothing to do");
    }
    checkModes();
    Map<NetworkName, Path> files = files();
    if (headless) {
      runHeadless(files);
    } else {
      runPage(files);
    }
    return ExitCode.OK;
  }

  /** Refuses what the other mode is for. */
  private void checkModes() {
    for (String name : headless ? PageOptions.NAMES : HEADLESS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(name)) {
        throw new ParameterException(
            spec.commandLine(), name + (headless ? " is for the page" : " needs --headless"));
      }
    }
  }

  private void runHeadless(Map<NetworkName, Path> files) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Report report = json ? new JsonReport(out) : new TextReport(out);
    Optional<Programming> ear = programming(noSound, NetworkName.KWS, files);
    Optional<Programming> eye = programming(noPictures, NetworkName.VWW, files);
    try (SensorSession session = meters.open(report)) {
      List<WantedSensor> wanted = new ArrayList<>();
      if (ear.isPresent()) {
        wanted.add(SoundInput.sensor(sound, ear.get().await(), soundSettings()));
      }
      if (eye.isPresent()) {
        wanted.add(PictureInput.sensor(pictures, eye.get().await(), pictureSettings()));
      }
      meters.tell(session);
      session.run(wanted.toArray(WantedSensor[]::new));
    }
  }

  private PipelineSettings soundSettings() {
    PipelineSettings defaults = PipelineSettings.defaults();
    return defaults.withCapture(defaults.capture().withPaced(!fast));
  }

  private WatchSettings pictureSettings() {
    WatchSettings defaults = WatchSettings.defaults();
    return defaults.withCapture(defaults.capture().withPaced(!fast));
  }

  /** A chip that is programmed while other things get ready, unless its sense is left out. */
  private Optional<Programming> programming(
      boolean leftOut, NetworkName network, Map<NetworkName, Path> files) {
    return leftOut ? Optional.empty() : Optional.of(Programming.begin(() -> chip(network, files)));
  }

  private void runPage(Map<NetworkName, Path> files) throws IOException {
    PageSettings settings = page.settings();
    checkSources();
    Optional<Programming> ear = programming(noSound, NetworkName.KWS, files);
    Optional<Programming> eye = programming(noPictures, NetworkName.VWW, files);
    Map<LiveSensor, Optional<String>> sensors = new LinkedHashMap<>();
    try (DemoSession session = new DemoSession()) {
      if (ear.isPresent()) {
        FirstChip first = first(ear.get(), NetworkName.KWS, files);
        sensors.put(session.hear(first, soundSettings()), Optional.ofNullable(sound));
      }
      if (eye.isPresent()) {
        FirstChip first = first(eye.get(), NetworkName.VWW, files);
        sensors.put(session.see(first, pictureSettings()), Optional.ofNullable(pictures));
      }
      run(session, sensors, session.serve(settings));
    }
  }

  /** What a user names must be there. */
  private void checkSources() throws IOException {
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
      NetworkName name = NetworkName.of(OnnxModelFile.read(file).network(), file);
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
