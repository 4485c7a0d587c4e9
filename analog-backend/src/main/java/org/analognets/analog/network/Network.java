package org.analognets.analog.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A chain of layers, with residual adds reaching back; immutable, and its shapes fit by
 * construction.
 *
 * @param name what the network is called in files, metrics and messages, such as "kws"
 * @param input shape of the tensor that goes in
 * @param labels one for each output, in order
 * @param layers in order of computation
 */
public record Network(String name, Shape input, List<String> labels, List<Layer> layers) {

  public Network {
    labels = List.copyOf(labels);
    layers = List.copyOf(layers);
    if (new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException(
          "network " + name + ": every label must be another, were " + labels);
    }
    List<Shape> shapes = shapes(input, layers);
    Shape last = shapes.get(shapes.size() - 1);
    if (last.size() != labels.size()) {
      throw new IllegalArgumentException(
          "network " + name + ": " + last.size() + " outputs but " + labels.size() + " labels");
    }
  }

  /** Shape of each layer's output, in order. */
  public List<Shape> outputShapes() {
    return shapes(input, layers);
  }

  /** Shape of each layer's input, in order. */
  public List<Shape> inputShapes() {
    List<Shape> shapes = new ArrayList<>(shapes(input, layers));
    shapes.add(0, input);
    return List.copyOf(shapes.subList(0, layers.size()));
  }

  /** The layers that sit on the array, in order. */
  public List<ArrayLayer> arrayLayers() {
    return layers.stream()
        .filter(ArrayLayer.class::isInstance)
        .map(ArrayLayer.class::cast)
        .toList();
  }

  /** Weights on the array, a differential pair of devices each. */
  public long weightCount() {
    return arrayLayers().stream().mapToLong(ArrayLayer::weightCount).sum();
  }

  /** Multiply-accumulates of one inference on the array. */
  public long multiplyAccumulates() {
    List<Shape> outputs = outputShapes();
    long sum = 0;
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof ArrayLayer layer) {
        sum += (long) layer.weightCount() * outputs.get(i).positions();
      }
    }
    return sum;
  }

  /** The same network with one layer replaced by another of the same name. */
  public Network withLayer(Layer layer) {
    if (layers.stream().noneMatch(old -> old.name().equals(layer.name()))) {
      throw new IllegalArgumentException("network " + name + ": no layer is named " + layer.name());
    }
    List<Layer> changed = new ArrayList<>(layers);
    changed.replaceAll(old -> old.name().equals(layer.name()) ? layer : old);
    return new Network(name, input, labels, changed);
  }

  private static List<Shape> shapes(Shape input, List<Layer> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("network: needs at least one layer");
    }
    Map<String, Shape> byName = new HashMap<>();
    List<Shape> shapes = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      if (layer instanceof InputScaling && !shapes.isEmpty()) {
        throw new IllegalArgumentException(
            "layer " + layer.name() + ": input scaling can only be the first layer");
      }
      if (layer instanceof ResidualAdd add) {
        checkResidual(add, shape, byName);
      }
      shape = layer.output(shape);
      if (byName.put(layer.name(), shape) != null) {
        throw new IllegalArgumentException("network: two layers are named " + layer.name());
      }
      shapes.add(shape);
    }
    return List.copyOf(shapes);
  }

  private static void checkResidual(ResidualAdd add, Shape input, Map<String, Shape> byName) {
    Shape from = byName.get(add.from());
    if (from == null) {
      throw new IllegalArgumentException(
          "layer " + add.name() + ": no earlier layer is named " + add.from());
    }
    if (from.height() != input.height()
        || from.width() != input.width()
        || from.channels() != add.fromChannels()) {
      throw new IllegalArgumentException(
          "layer " + add.name() + ": can't add " + from + " of " + add.from() + " to " + input);
    }
  }
}
