package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.analognets.analog.chip.Chip;
import org.analognets.demo.http.Access;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.Networks;
import org.analognets.demo.live.SoundSource;
import org.analognets.demo.page.DemoSession;
import org.analognets.demo.page.DemoSession.Hearing;
import org.analognets.demo.page.PageSettings;
import org.analognets.demo.sensor.StopSignal;
import org.analognets.demo.sensor.TextReport;
import org.analognets.demo.text.Age;
import org.analognets.pipeline.PipelineSettings;
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
      "Watch a chip listen, on a page: speak, see what it hears and what that costs, age it by a"
          + " year and see what happens.",
      "Without a microphone a bundled recording is played again and again. Ctrl-C ends it, with a"
          + " summary and exit code 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets demo                        then open http://127.0.0.1:8080",
      "  analognets demo --sound bundled --bits 6 --age 30d",
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
          "Where sound comes from at first; the page can change it. A recording is played again and"
              + " again. Default: mic, or bundled where there is none.")
  private @Nullable String sound;

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description = "A network in the place of the bundled one, for all widths.")
  private @Nullable Path model;

  @Mixin private AcceleratorOptions accelerator;

  @Option(
      names = "--age",
      paramLabel = "AGE",
      defaultValue = "25s",
      converter = Converters.ToAge.class,
      description =
          "Time since the chip was programmed, e.g. 25s, 24h, 1y; the page can change it. Default:"
              + " ${DEFAULT-VALUE}")
  private Age age;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "Smallest smoothed score of a wake event, above 0 and at most 1. Default: 0.7")
  private @Nullable Double threshold;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description =
          "Address to serve at. Any but this machine's loopback needs --token. Default:"
              + " ${DEFAULT-VALUE}")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + PageSettings.STANDARD_PORT,
      description =
          "Port to serve page and /metrics at; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--token",
      paramLabel = "SECRET",
      defaultValue = "${env:ANALOGNETS_TOKEN}",
      description =
          "What every request has to show, at least 8 letters or digits: once in the page's address"
              + " (?token=SECRET), or as Authorization: Bearer SECRET. Also taken from the"
              + " environment variable ANALOGNETS_TOKEN.")
  private @Nullable String token;

  @Override
  public Integer call() throws IOException {
    PageSettings page = page();
    PipelineSettings settings = settings();
    if (sound != null) {
      SoundSource.of(sound).open().close(); // what a user names must be there
    }
    Networks networks = width -> Models.readOrBundled(NetworkName.KWS, model, width);
    Chip chip = accelerator.program(networks.at(accelerator.converter()));
    try (DemoSession session = new DemoSession()) {
      LiveSensor ear = session.hear(new Hearing(chip, age.seconds(), networks, settings));
      run(session, ear, session.serve(page));
    }
    return ExitCode.OK;
  }

  private PageSettings page() throws UnknownHostException {
    try {
      PageSettings settings = new PageSettings(host, port, Optional.ofNullable(token));
      Access.at(host, port, settings.token()); // complains before any work
      return settings;
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    } catch (UnknownHostException unknown) {
      UnknownHostException clear = new UnknownHostException("--host " + host + ": no such host");
      clear.initCause(unknown);
      throw clear;
    }
  }

  private PipelineSettings settings() {
    PipelineSettings defaults = PipelineSettings.defaults();
    try {
      return threshold == null
          ? defaults
          : defaults.withDecision(defaults.decision().withThreshold(threshold));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private void run(DemoSession session, LiveSensor ear, String address) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The page is at " + address + " ; Ctrl-C ends");
    out.flush();
    begin(ear, sound);
    CountDownLatch asked = new CountDownLatch(1);
    try (StopSignal signal = StopSignal.asks(asked::countDown)) {
      asked.await();
      ear.close();
      TextReport report = new TextReport(out);
      session.summaries().forEach(report::finished);
      signal.endedWell();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void begin(LiveSensor sensor, @Nullable String source) {
    if (source == null) {
      sensor.begin();
    } else {
      sensor.begin(source);
    }
  }
}
