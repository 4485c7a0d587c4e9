package org.analognets.demo.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.analognets.demo.live.ChipChoice;
import org.analognets.demo.live.LiveChip;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.Reading;
import org.analognets.demo.live.SensorStatus;
import org.analognets.demo.live.SensorStatus.State;
import org.analognets.demo.text.Json;
import org.analognets.pipeline.SensorSummary;

/**
 * How the program fares: {@code ok} while every sensor runs or is held by a user, else {@code
 * degraded}.
 */
final class HealthJson {
  private HealthJson() {}

  static String of(List<SensorView> views, Instant started) {
    boolean well = views.stream().allMatch(view -> well(view.sensor().status().state()));
    return Json.object(
        json -> {
          json.writeStringField("status", well ? "ok" : "degraded");
          json.writeStringField("started", started.toString());
          json.writeArrayFieldStart("sensors");
          for (SensorView view : views) {
            writeSensor(json, view);
          }
          json.writeEndArray();
        });
  }

  private static boolean well(State state) {
    return state == State.RUNNING || state == State.STARTING || state == State.HELD;
  }

  private static void writeSensor(JsonGenerator json, SensorView view) throws IOException {
    LiveSensor sensor = view.sensor();
    SensorStatus status = sensor.status();
    json.writeStartObject();
    json.writeStringField("model", sensor.chip().model());
    json.writeStringField("state", status.state().label());
    json.writeStringField("since", status.since().toString());
    json.writeStringField("source", status.sourceName());
    StateJson.writeOptional(json, "problem", status.problem());
    Optional<SensorSummary> summary = sensor.summary();
    json.writeNumberField("inferences", summary.map(SensorSummary::inferences).orElse(0L));
    json.writeNumberField("droppedFrames", summary.map(SensorSummary::droppedFrames).orElse(0L));
    if (view.onlooker().latest().isPresent()) {
      Reading latest = view.onlooker().latest().get();
      json.writeStringField(
          "lastInference", Instant.ofEpochMilli(latest.decidedMillis()).toString());
      json.writeNumberField("lagSeconds", latest.lagSeconds());
    }
    writeChip(json, sensor.chip());
    json.writeEndObject();
  }

  private static void writeChip(JsonGenerator json, LiveChip chip) throws IOException {
    ChipChoice choice = ChipChoice.of(chip.chip());
    json.writeObjectFieldStart("chip");
    json.writeNumberField("ageSeconds", chip.clock().ageSeconds());
    json.writeStringField("bits", choice.converter().label());
    json.writeStringField("device", choice.device().name());
    json.writeStringField("compensation", choice.compensation().label());
    json.writeNumberField("seed", choice.seed());
    json.writeBooleanField("programming", chip.programming());
    json.writeEndObject();
  }
}
