package org.analognets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prometheus' own linter on a full scrape. */
class PromtoolTest {

  @Test
  void prometheusFindsNothingToCorrect() throws IOException, InterruptedException {
    Optional<String> promtool = find("promtool");
    assumeTrue(
        promtool.isPresent() || System.getenv("CI") != null,
        "promtool (Debian package prometheus) is missing");
    assertThat(promtool).as("promtool on the PATH").isPresent();

    Process check =
        new ProcessBuilder(promtool.get(), "check", "metrics").redirectErrorStream(true).start();
    try (OutputStream in = check.getOutputStream()) {
      in.write(fullScrape().getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
  }

  private static String fullScrape() {
    Meters meters = new Meters();
    meters.energy("kws").inference(3.1e-6, 5.9e-6, 128.83e-6, 77_383_440);
    PipelineMeters pipeline = meters.pipeline("kws", List.of("yes", "no"));
    pipeline.wakeEvent("yes");
    pipeline.decision(0.004);
    PictureMeters pictures = meters.pictures("vww", List.of("person", "no_person"));
    pictures.picture();
    pictures.gatedPicture(15e-6);
    meters.chip("kws").programmed("8", "pcm", "gdc");
    meters.source("kws").frame();
    return meters.scrape();
  }

  private static Optional<String> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .map(directory -> new File(directory, program))
        .filter(File::canExecute)
        .map(File::getPath)
        .findFirst();
  }
}
