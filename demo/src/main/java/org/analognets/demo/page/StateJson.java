package org.analognets.demo.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.chip.Rectangle;
import org.analognets.demo.live.ChipChoice;
import org.analognets.demo.live.LiveChip;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.SensorStatus;
import org.analognets.demo.live.SourceChoice;
import org.analognets.demo.text.Json;

/** What the page is told when it opens and whenever it changes: settings, states, choices. */
final class StateJson {
  private StateJson() {}

  /** The state of all sensors. */
  static String of(List<SensorView> views) {
    return Json.object(
        json -> {
          json.writeStringField("type", "state");
          json.writeArrayFieldStart("sensors");
          for (SensorView view : views) {
            LiveSensor sensor = view.sensor();
            json.writeStartObject();
            writeSensor(json, sensor, view.kind());
            writeStatus(json, sensor.status());
            writeSources(json, sensor.choices());
            writeChip(json, sensor.chip());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void writeSensor(JsonGenerator json, LiveSensor sensor, String kind)
      throws IOException {
    json.writeStringField("model", sensor.chip().model());
    json.writeStringField("kind", kind);
    json.writeArrayFieldStart("labels");
    for (String label : sensor.chip().labels()) {
      json.writeString(label);
    }
    json.writeEndArray();
    json.writeNumberField("hopSeconds", sensor.hopSeconds());
    json.writeNumberField("threshold", sensor.threshold().score());
  }

  private static void writeStatus(JsonGenerator json, SensorStatus status) throws IOException {
    json.writeStringField("state", status.state().label());
    json.writeStringField("since", status.since().toString());
    json.writeStringField("source", status.sourceId());
    json.writeStringField("sourceName", status.sourceName());
    writeOptional(json, "problem", status.problem());
  }

  private static void writeSources(JsonGenerator json, List<SourceChoice> sources)
      throws IOException {
    json.writeArrayFieldStart("sources");
    for (SourceChoice source : sources) {
      json.writeStartObject();
      json.writeStringField("id", source.id());
      json.writeStringField("name", source.name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeChip(JsonGenerator json, LiveChip live) throws IOException {
    Chip chip = live.chip();
    ChipChoice choice = live.wanted();
    json.writeObjectFieldStart("chip");
    json.writeStringField("bits", choice.converter().label());
    json.writeStringField("device", choice.device().name());
    json.writeStringField("compensation", choice.compensation().label());
    json.writeBooleanField("compensated", choice.compensation() != DriftCompensation.NONE);
    json.writeBooleanField("noisy", !choice.device().isIdeal());
    json.writeNumberField("seed", choice.seed());
    json.writeBooleanField("programming", live.programming());
    writeOptional(json, "problem", live.problem());
    json.writeNumberField("speed", live.clock().speed());
    json.writeNumberField("rows", chip.settings().rows());
    json.writeNumberField("columns", chip.settings().columns());
    json.writeNumberField("gMaxMicroSiemens", chip.settings().deviceModel().gMaxMicroSiemens());
    json.writeNumberField("weights", chip.model().network().weightCount());
    writeLayers(json, chip);
    json.writeEndObject();
  }

  private static void writeLayers(JsonGenerator json, Chip chip) throws IOException {
    json.writeArrayFieldStart("layers");
    for (Rectangle layer : chip.placement().rectangles()) {
      json.writeStartObject();
      json.writeStringField("name", layer.layer());
      json.writeNumberField("row", layer.row());
      json.writeNumberField("column", layer.column());
      json.writeNumberField("rows", layer.rows());
      json.writeNumberField("columns", layer.columns());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeOptional(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }
}
