package org.analognets.analog.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Network;

/**
 * What a model file says beside its graph, as text by name. Floats are written as {@link
 * Float#toString} has them, which reads back to the same bits.
 *
 * <table>
 * <caption>Names</caption>
 * <tr><td>{@value #FORMAT}</td><td>{@value #FORMAT_VERSION}</td></tr>
 * <tr><td>{@value #NETWORK}</td><td>name of the network</td></tr>
 * <tr><td>{@value #LABELS}</td><td>one for each output, a line each</td></tr>
 * <tr><td>{@value #TRAINED_BITS}</td><td>width of the converters in training, 0 for none</td></tr>
 * <tr><td>{@value #GAIN}</td><td>S</td></tr>
 * <tr><td>{@value #DAC_RANGE}LAYER</td><td>r_DAC of each layer on the array</td></tr>
 * <tr><td>{@value #WEIGHT_MAX}LAYER</td><td>W_max of each layer on the array</td></tr>
 * <tr><td>{@value #FACT}NAME</td><td>facts: front end, data set, licence, figures</td></tr>
 * </table>
 */
final class OnnxMetadata {
  static final String FORMAT = "analognets.format";
  static final String FORMAT_VERSION = "1";
  static final String NETWORK = "analognets.network";
  static final String LABELS = "analognets.labels";
  static final String TRAINED_BITS = "analognets.trained_bits";
  static final String GAIN = "analognets.gain";
  static final String DAC_RANGE = "analognets.r_dac.";
  static final String WEIGHT_MAX = "analognets.w_max.";
  static final String FACT = "analognets.fact.";

  private final Map<String, String> entries = new TreeMap<>();

  private OnnxMetadata() {}

  static OnnxMetadata of(Model model) {
    OnnxMetadata metadata = new OnnxMetadata();
    Network network = model.network();
    ConverterRanges ranges = model.ranges();
    metadata.entries.put(FORMAT, FORMAT_VERSION);
    metadata.entries.put(NETWORK, network.name());
    metadata.entries.put(LABELS, joined(network.labels()));
    metadata.entries.put(TRAINED_BITS, Integer.toString(model.trainedBits()));
    metadata.entries.put(GAIN, Float.toString(ranges.gain()));
    List<ArrayLayer> layers = network.arrayLayers();
    for (int l = 0; l < layers.size(); l++) {
      String layer = layers.get(l).name();
      metadata.entries.put(DAC_RANGE + layer, ranges.dacRanges().get(l).toString());
      metadata.entries.put(WEIGHT_MAX + layer, ranges.weightMax().get(l).toString());
    }
    model.facts().forEach((name, value) -> metadata.entries.put(FACT + name, value));
    return metadata;
  }

  static OnnxMetadata of(ModelProto onnx) {
    OnnxMetadata metadata = new OnnxMetadata();
    for (StringStringEntryProto entry : onnx.getMetadataPropsList()) {
      metadata.entries.put(entry.getKey(), entry.getValue());
    }
    metadata.checkFormat();
    return metadata;
  }

  private void checkFormat() {
    String format = entries.get(FORMAT);
    if (format == null) {
      throw new IllegalArgumentException(
          "is ONNX, but without the metadata that a chip needs (converter ranges, labels); only a"
              + " file that AnalogNets Live wrote, whole and unchanged, can be programmed");
    }
    if (!format.equals(FORMAT_VERSION)) {
      throw new IllegalArgumentException(
          "has format "
              + format
              + ", this version reads "
              + FORMAT_VERSION
              + "; use the version that wrote it, or train a new one");
    }
  }

  void addTo(ModelProto.Builder onnx) {
    entries.forEach(
        (key, value) ->
            onnx.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
  }

  String network() {
    return required(NETWORK);
  }

  List<String> labels() {
    return List.of(required(LABELS).split("\n", -1));
  }

  int trainedBits() {
    String text = required(TRAINED_BITS);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw notANumber(TRAINED_BITS, text, e);
    }
  }

  /** Converter ranges of a network whose layers are known. */
  ConverterRanges ranges(Network network) {
    List<Float> dacRanges = new ArrayList<>();
    List<Float> weightMax = new ArrayList<>();
    for (ArrayLayer layer : network.arrayLayers()) {
      dacRanges.add(number(DAC_RANGE + layer.name()));
      weightMax.add(number(WEIGHT_MAX + layer.name()));
    }
    return new ConverterRanges(number(GAIN), dacRanges, weightMax);
  }

  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    entries.forEach(
        (key, value) -> {
          if (key.startsWith(FACT)) {
            facts.put(key.substring(FACT.length()), value);
          }
        });
    return facts;
  }

  private float number(String key) {
    String text = required(key);
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw notANumber(key, text, e);
    }
  }

  private String required(String key) {
    String value = entries.get(key);
    if (value == null) {
      throw new IllegalArgumentException("lacks the metadata " + key + "; train a new one");
    }
    return value;
  }

  private static IllegalArgumentException notANumber(
      String key, String text, NumberFormatException cause) {
    return new IllegalArgumentException(
        "metadata " + key + " is no number: '" + text + "'; train a new one", cause);
  }

  private static String joined(List<String> labels) {
    for (String label : labels) {
      if (label.contains("\n")) {
        throw new IllegalArgumentException(
            "label '" + label.replace("\n", "\\n") + "': a label must be one line");
      }
    }
    return String.join("\n", labels);
  }
}
