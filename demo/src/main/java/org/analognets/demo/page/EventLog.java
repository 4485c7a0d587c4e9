package org.analognets.demo.page;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.analognets.demo.sensor.JsonReport;
import org.analognets.demo.text.Json;
import org.analognets.pipeline.WakeEvent;

/** The latest events as JSON lines, oldest first; safe for use by several threads. */
final class EventLog {
  private static final int CAPACITY = 10_000;

  private final Deque<String> lines = new ArrayDeque<>();

  /** Keeps an event; the oldest is forgotten when there are too many. */
  synchronized String add(Instant time, WakeEvent event) {
    String line =
        Json.object(
            json -> {
              json.writeStringField("time", time.toString());
              JsonReport.wake(json, event);
            });
    if (lines.size() == CAPACITY) {
      lines.removeFirst();
    }
    lines.addLast(line);
    return line;
  }

  /** All that is kept. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** The newest ones. */
  synchronized List<String> latest(int count) {
    return lines.stream().skip(Math.max(0, lines.size() - count)).toList();
  }
}
