package org.analognets.demo.listen;

import java.io.PrintWriter;
import java.util.Locale;
import org.analognets.demo.text.Age;
import org.analognets.pipeline.StreamSummary;
import org.analognets.pipeline.WakeEvent;

/** Lines for people: what listens, one line for each wake event, a summary. */
public final class TextReport implements Report {
  private static final String ROW = "%7s  %-10s %5s  %9s  %9s  %s%n";

  private final PrintWriter out;

  /** Lines go to this writer and are flushed one by one. */
  public TextReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void started(SessionHeader header) {
    out.printf(
        Locale.ROOT,
        "%s on a simulated %s chip, %s, %s old, seed %d; listening to %s; Ctrl-C ends%n",
        header.model(),
        header.device(),
        header.bits().equals("ideal") ? "ideal converters" : header.bits() + " bit",
        Age.display(header.ageSeconds()),
        header.seed(),
        header.source());
    out.println(
        "Energy is the accelerator only: without microphone, MFCC, host; the energy model is fitted.");
    out.printf(ROW, "time", "keyword", "score", "chip age", "energy", "chip latency");
    out.flush();
  }

  @Override
  public void woke(WakeEvent event) {
    out.printf(
        ROW,
        number("%.2f s", event.streamSeconds()),
        event.label(),
        number("%.2f", event.score()),
        Age.display(event.chipAgeSeconds()),
        number("%.2f uJ", event.energyJoules() * 1e6),
        number("%.1f us", event.chipLatencySeconds() * 1e6));
    out.flush();
  }

  @Override
  public void finished(StreamSummary summary) {
    out.printf(
        Locale.ROOT,
        "%d wake events in %.1f s of sound: %d inferences, %.1f uJ, %d frames dropped%n",
        summary.wakeEvents(),
        summary.audioSeconds(),
        summary.inferences(),
        summary.energyJoules() * 1e6,
        summary.droppedFrames());
    out.flush();
  }

  @Override
  public boolean unread() {
    return out.checkError();
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
