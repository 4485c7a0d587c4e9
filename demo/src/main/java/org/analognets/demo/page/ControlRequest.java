package org.analognets.demo.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.IdealModel;
import org.analognets.demo.live.LiveChip;
import org.analognets.demo.live.LiveSensor;

/**
 * One change that the page asks for, as a flat JSON object: {@code sensor} names the network, one
 * more field says what shall change.
 *
 * <pre>{@code
 * {"sensor": "kws", "bits": "6"}           "8", "6", "4" or "ideal"
 * {"sensor": "kws", "ageSeconds": 86400}   25 to a year
 * {"sensor": "kws", "speed": 3600}         seconds that pass for the chip in one; 0 stops its clock
 * {"sensor": "kws", "compensation": true}  the best at this width, or none
 * {"sensor": "kws", "noise": false}        ideal devices instead of noisy ones
 * {"sensor": "kws", "reprogram": true}     the same network on other devices
 * {"sensor": "kws", "threshold": 0.8}
 * {"sensor": "kws", "hold": true}
 * {"sensor": "kws", "source": "mic:USB"}
 * }</pre>
 */
record ControlRequest(String sensor, String what, Object value) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String SENSOR = "sensor";
  private static final Set<String> WIDTHS = Set.of("8", "6", "4", "ideal");

  /**
   * Reads a request.
   *
   * @throws IllegalArgumentException one line that says what is wrong
   */
  static ControlRequest parse(String body) {
    Map<String, Object> fields = fields(body);
    Object sensor = fields.remove(SENSOR);
    if (!(sensor instanceof String name) || fields.size() != 1) {
      throw new IllegalArgumentException(
          "a request names its sensor and one thing to change, such as"
              + " {\"sensor\": \"kws\", \"bits\": \"6\"}");
    }
    Map.Entry<String, Object> change = fields.entrySet().iterator().next();
    return new ControlRequest(name, change.getKey(), change.getValue());
  }

  private static Map<String, Object> fields(String body) {
    Map<String, Object> fields = new TreeMap<>();
    try (JsonParser json = FACTORY.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a request is a JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        fields.put(name, scalar(json, name));
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new IllegalArgumentException("a request is one JSON object");
      }
    } catch (IOException broken) {
      throw new IllegalArgumentException("a request is a JSON object; this can't be read", broken);
    }
    return fields;
  }

  private static Object scalar(JsonParser json, String name) throws IOException {
    return switch (json.nextToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      default -> throw new IllegalArgumentException(name + ": must be a text, number or boolean");
    };
  }

  /**
   * Does it.
   *
   * @throws IllegalArgumentException one line that says what is wrong; nothing has changed then
   */
  void apply(List<LiveSensor> sensors) {
    LiveSensor target =
        sensors.stream()
            .filter(candidate -> candidate.chip().model().equals(sensor))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no sensor " + sensor));
    LiveChip chip = target.chip();
    switch (what) {
      case "bits" -> {
        Converter converter = converter();
        chip.change(choice -> choice.withConverter(converter));
      }
      case "compensation" -> {
        boolean on = truth();
        chip.change(choice -> choice.withCompensation(on));
      }
      case "noise" -> noise(chip, truth());
      case "reprogram" -> reprogram(chip, truth());
      case "ageSeconds" -> chip.clock().set(number());
      case "speed" -> chip.clock().setSpeed(number());
      case "threshold" -> target.threshold().set(number());
      case "hold" -> hold(target, truth());
      case "source" -> target.choose(text());
      default -> throw new IllegalArgumentException("'" + what + "' can't be changed");
    }
  }

  private static void noise(LiveChip chip, boolean on) {
    DeviceModel devices = on ? chip.noisyDevices() : new IdealModel();
    chip.change(choice -> choice.withDevice(devices));
  }

  private static void reprogram(LiveChip chip, boolean yes) {
    if (yes) {
      chip.reprogram();
    }
  }

  private static void hold(LiveSensor target, boolean held) {
    if (held) {
      target.hold();
    } else {
      target.resume();
    }
  }

  private Converter converter() {
    String width = text();
    if (!WIDTHS.contains(width)) {
      throw new IllegalArgumentException("bits: '" + width + "' is none of 8, 6, 4, ideal");
    }
    return Converter.parse(width);
  }

  private String text() {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(what + ": must be a text");
  }

  private boolean truth() {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new IllegalArgumentException(what + ": must be true or false");
  }

  private double number() {
    if (value instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException(what + ": must be a number");
  }
}
