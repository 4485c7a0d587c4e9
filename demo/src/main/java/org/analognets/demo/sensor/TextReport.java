package org.analognets.demo.sensor;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.analognets.demo.text.Age;
import org.analognets.pipeline.SensorSummary;
import org.analognets.pipeline.StreamSummary;
import org.analognets.pipeline.WakeEvent;
import org.analognets.pipeline.WatchSummary;
import org.analognets.pipeline.decision.PresenceDecision;

/** Lines for people: what listens and watches, one line for each wake event, summaries. */
public final class TextReport implements Report {
  private static final String ROW = "%7s  %-{width}s %5s  %9s  %9s  %s%n";
  private static final int KEYWORD_WIDTH = 10;
  private static final int PERSON_WIDTH = 13;

  private final PrintWriter out;
  private String row = row(KEYWORD_WIDTH);

  /** Lines go to this writer and are flushed one by one. */
  public TextReport(PrintWriter out) {
    this.out = out;
  }

  private static String row(int eventWidth) {
    return ROW.replace("{width}", "" + eventWidth);
  }

  @Override
  public void started(List<SensorHeader> headers) {
    boolean persons = headers.stream().anyMatch(header -> header.sense() == Sense.SEEING);
    row = row(persons ? PERSON_WIDTH : KEYWORD_WIDTH);
    headers.forEach(this::printSensor);
    out.printf(
        "Energy is the accelerator only: without %s, host; the energy model is fitted.%n",
        joined(headers, Sense::otherParts, ", "));
    out.printf(
        row,
        "time",
        joined(headers, Sense::event, "/"),
        "score",
        "chip age",
        "energy",
        "chip latency");
    out.flush();
  }

  private void printSensor(SensorHeader header) {
    out.printf(
        Locale.ROOT,
        "%s on a simulated %s chip, %s, %s old, seed %d; %s %s; Ctrl-C ends%n",
        header.model(),
        header.device(),
        header.bits().equals("ideal") ? "ideal converters" : header.bits() + " bit",
        Age.display(header.ageSeconds()),
        header.seed(),
        header.sense().activity(),
        header.source());
  }

  private static String joined(
      List<SensorHeader> headers, Function<Sense, String> words, String separator) {
    return headers.stream()
        .map(header -> words.apply(header.sense()))
        .distinct()
        .collect(Collectors.joining(separator));
  }

  @Override
  public void woke(WakeEvent event) {
    out.printf(
        row,
        number("%.2f s", event.streamSeconds()),
        words(event.label()),
        number("%.2f", event.score()),
        Age.display(event.chipAgeSeconds()),
        number("%.2f uJ", event.energyJoules() * 1e6),
        number("%.1f us", event.chipLatencySeconds() * 1e6));
    out.flush();
  }

  private static String words(String label) {
    return switch (label) {
      case PresenceDecision.PERSON -> "person came";
      case PresenceDecision.NO_PERSON -> "person left";
      default -> label;
    };
  }

  @Override
  public void finished(SensorSummary summary) {
    out.printf(
        Locale.ROOT,
        "%d %s in %s: %d inferences, %.1f uJ, %d frames dropped%s%n",
        summary.wakeEvents(),
        summary.wakeEvents() == 1 ? "wake event" : "wake events",
        extent(summary),
        summary.inferences(),
        summary.energyJoules() * 1e6,
        summary.droppedFrames(),
        leftOut(summary));
    out.flush();
  }

  private static String extent(SensorSummary summary) {
    return summary instanceof WatchSummary watch
        ? watch.pictures() + " pictures"
        : number("%.1f s of sound", ((StreamSummary) summary).audioSeconds());
  }

  private static String leftOut(SensorSummary summary) {
    if (!(summary instanceof WatchSummary watch)) {
      return "";
    }
    String broken = watch.brokenPictures() == 0 ? "" : ", " + watch.brokenPictures() + " broken";
    return watch.gatedPictures() == 0
        ? broken
        : broken
            + ", %d gated, saved ".formatted(watch.gatedPictures())
            + number("%.1f uJ", watch.savedJoules() * 1e6);
  }

  @Override
  public boolean unread() {
    return out.checkError();
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
