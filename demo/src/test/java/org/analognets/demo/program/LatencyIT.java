package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.analognets.frontends.sound.testing.VirtualMicrophone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long after the end of a spoken word it stands on the page. {@code -Dlatency.rounds=N} says how
 * often each of the eight words is spoken; the answer is in {@code target/latency.txt}.
 */
class LatencyIT {
  private static final int ROUNDS = Integer.getInteger("latency.rounds", 1);

  /** A decision takes half a second of sound after most words; this leaves room for a busy machine. */
  private static final double SLOWEST_MEDIAN_MILLIS = 2_000;

  private static final String NOTE_EVENTS =
      """
      window.seen = [];
      new MutationObserver((changes) => {
        const labels = changes.flatMap(({ addedNodes }) => [...addedNodes]).map((row) => row.dataset.label);
        requestAnimationFrame(() => labels.forEach((label) =>
            window.seen.push({ label, millis: performance.timeOrigin + performance.now() })));
      }).observe(document.getElementById('events'), { childList: true });
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void needBrowserAndSoundServerWhereverCiRuns() {
    Chromium.assumeInstalled();
    VirtualMicrophone.assumeInstalled();
  }

  @Test
  void spokenWordStandsOnThePageSoonAfterItsEnd() throws Exception {
    List<String> words = KeywordClips.WORDS;
    Path recording = KeywordClips.join(words, folder.resolve("words.wav"));
    List<Double> millis = new ArrayList<>();
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        DemoProgram demo = DemoProgram.start(microphone.environment(), "--no-pictures");
        Chromium browser = Chromium.start()) {
      Page page = browser.open(demo.address());
      demo.await(sensor -> sensor.get("inferences").asInt() > 20);
      page.evaluate(NOTE_EVENTS);
      for (int round = 0; round < ROUNDS; round++) {
        page.evaluate("window.seen = []");
        try (MicrophoneClock clock = MicrophoneClock.start(microphone)) {
          microphone.play(recording);
          millis.addAll(latencies(words, clock.beganMillis(), page));
        }
      }
    }
    Collections.sort(millis);
    Files.writeString(Path.of("target", "latency.txt"), report(ROUNDS * words.size(), millis));
    assertThat(millis).hasSizeGreaterThan(ROUNDS * words.size() / 2);
    assertThat(percentile(millis, 50)).isLessThan(SLOWEST_MEDIAN_MILLIS);
  }

  /** Of each word that was recognised while it, and no later one, was the last spoken. */
  @SuppressWarnings("unchecked")
  private static List<Double> latencies(List<String> words, double beganMillis, Page page)
      throws Exception {
    List<Double> ends = KeywordClips.ends(words);
    List<Double> latencies = new ArrayList<>();
    for (Map<String, Object> seen : (List<Map<String, Object>>) page.evaluate("window.seen")) {
      double millis = ((Number) seen.get("millis")).doubleValue() - beganMillis;
      int last = 0;
      while (last + 1 < ends.size() && 1000 * ends.get(last + 1) < millis + 1000) {
        last++;
      }
      if (words.get(last).equals(seen.get("label"))) {
        latencies.add(millis - 1000 * ends.get(last));
      }
    }
    return latencies;
  }

  private static double percentile(List<Double> sorted, int percent) {
    return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
  }

  private static String report(int spoken, List<Double> millis) {
    return String.format(
        Locale.ROOT,
        "end of a spoken word to the event on the page: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms,"
            + " n %d of %d%n%s%n",
        percentile(millis, 50),
        percentile(millis, 90),
        percentile(millis, 99),
        millis.size(),
        spoken,
        millis.stream().map(Math::round).toList());
  }
}
