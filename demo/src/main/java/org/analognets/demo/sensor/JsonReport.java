package org.analognets.demo.sensor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.analognets.demo.text.Json;
import org.analognets.pipeline.SensorSummary;
import org.analognets.pipeline.StreamSummary;
import org.analognets.pipeline.WakeEvent;
import org.analognets.pipeline.WatchSummary;

/** One JSON object a line: each wake event as it comes, summaries at the end. */
public final class JsonReport implements Report {
  private final PrintWriter out;

  /** Lines go to this writer and are flushed one by one. */
  public JsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void started(List<SensorHeader> headers) {
    // Standard output holds events and summaries only.
  }

  @Override
  public void woke(WakeEvent event) {
    line(json -> wake(json, event));
  }

  /** The fields of a wake event. */
  public static void wake(JsonGenerator json, WakeEvent event) throws IOException {
    json.writeStringField("type", "wake");
    json.writeStringField("model", event.model());
    json.writeStringField("label", event.label());
    json.writeNumberField("score", event.score());
    json.writeNumberField("streamSeconds", event.streamSeconds());
    json.writeNumberField("chipAgeSeconds", event.chipAgeSeconds());
    json.writeNumberField("energyJoules", event.energyJoules());
    json.writeNumberField("chipLatencySeconds", event.chipLatencySeconds());
  }

  @Override
  public void finished(SensorSummary summary) {
    line(
        json -> {
          json.writeStringField("type", "summary");
          json.writeStringField("model", summary.model());
          json.writeNumberField("inferences", summary.inferences());
          json.writeNumberField("wakeEvents", summary.wakeEvents());
          json.writeNumberField("energyJoules", summary.energyJoules());
          json.writeNumberField("droppedFrames", summary.droppedFrames());
          if (summary instanceof StreamSummary sound) {
            json.writeNumberField("audioSeconds", sound.audioSeconds());
          }
          if (summary instanceof WatchSummary pictures) {
            pictures(json, pictures);
          }
        });
  }

  private static void pictures(JsonGenerator json, WatchSummary summary) throws IOException {
    json.writeNumberField("pictures", summary.pictures());
    json.writeNumberField("brokenPictures", summary.brokenPictures());
    json.writeNumberField("gatedPictures", summary.gatedPictures());
    json.writeNumberField("savedJoules", summary.savedJoules());
    json.writeNumberField("pictureSeconds", summary.pictureSeconds());
  }

  @Override
  public boolean unread() {
    return out.checkError();
  }

  private void line(Json.Fields fields) {
    try {
      Json.line(out, fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
