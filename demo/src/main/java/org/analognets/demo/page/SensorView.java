package org.analognets.demo.page;

import akka.util.ByteString;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.demo.energy.Battery;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.Reading;

/** One sensor as the page shows it. For the feed's thread, but for {@link #sensor()}. */
final class SensorView {
  private static final int HISTORY = 300;
  private static final int THOUSANDTHS = 1000;

  private final LiveSensor sensor;
  private final Onlooker onlooker;
  private final Display display;
  private final RateMeter rate = new RateMeter();
  private final Deque<Reading> history = new ArrayDeque<>();
  private List<Reading> fresh = List.of();

  SensorView(LiveSensor sensor, Onlooker onlooker, Display display) {
    this.sensor = sensor;
    this.onlooker = onlooker;
    this.display = display;
  }

  LiveSensor sensor() {
    return sensor;
  }

  Onlooker onlooker() {
    return onlooker;
  }

  String kind() {
    return display.kind();
  }

  /** Takes what the sensor said since the last call. */
  void advance() {
    fresh = onlooker.take();
    for (Reading reading : fresh) {
      if (history.size() == HISTORY) {
        history.removeFirst();
      }
      history.addLast(reading);
    }
    double now = System.nanoTime() * 1e-9;
    sensor
        .summary()
        .ifPresent(totals -> rate.note(now, totals.inferences(), totals.energyJoules()));
  }

  /** Writes what changes all the time. */
  void writeTick(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", sensor.chip().model());
    json.writeNumberField("age", sensor.chip().clock().ageSeconds());
    json.writeNumberField("rate", rounded(rate.inferencesPerSecond(), 100));
    json.writeNumberField("wattsMeasured", rate.watts());
    EnergyReport energy = energy();
    double watts = energy.totalJoules() / sensor.hopSeconds();
    json.writeNumberField("dac", energy.dacJoules());
    json.writeNumberField("adc", energy.adcJoules());
    json.writeNumberField("latency", energy.latencySeconds());
    json.writeNumberField("watts", watts);
    json.writeNumberField("days", rounded(Battery.CR2032.days(watts), 10));
    json.writeNumberField("lag", onlooker.latest().map(Reading::lagSeconds).orElse(0.0));
    writeReadings(json, fresh);
    display.write(json, newest());
    json.writeEndObject();
  }

  /**
   * Binary messages that are new.
   *
   * @param place of this sensor among all
   */
  List<ByteString> messages(int place) {
    return display.messages(place, newest());
  }

  private Optional<Reading> newest() {
    return fresh.isEmpty() ? Optional.empty() : Optional.of(fresh.get(fresh.size() - 1));
  }

  /** Of the last inference, or of the next while there was none. */
  private EnergyReport energy() {
    return onlooker
        .latest()
        .map(reading -> reading.inference().energy())
        .orElseGet(() -> sensor.chip().chip().schedule().energy());
  }

  /** Writes the readings of the last half minute, for a page that has just been opened. */
  void writeHistory(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", sensor.chip().model());
    writeReadings(json, List.copyOf(history));
    json.writeEndObject();
  }

  private static void writeReadings(JsonGenerator json, List<Reading> readings) throws IOException {
    json.writeArrayFieldStart("readings");
    for (Reading reading : readings) {
      json.writeStartObject();
      json.writeNumberField("t", reading.decidedMillis());
      writeParts(json, "p", reading.inference().posteriors());
      writeParts(json, "s", reading.scores());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeParts(JsonGenerator json, String name, float[] values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (float value : values) {
      json.writeNumber(Math.round(value * THOUSANDTHS));
    }
    json.writeEndArray();
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
