package org.analognets.analog.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.analognets.analog.network.Affine;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Convolution;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.ResidualAdd;
import org.analognets.analog.network.Shape;
import org.analognets.analog.network.WeightMatrix;

/**
 * Turns ONNX back into a model. Every fault of the file is an {@link IllegalArgumentException}
 * whose message goes on from "model FILE: ".
 */
final class OnnxReader {
  private final ModelProto onnx;
  private final Map<String, TensorProto> constants = new HashMap<>();
  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private Shape shape = new Shape(1, 1, 1);
  private String tensor = OnnxWriter.INPUT;

  /** What a layer's output is called in the network, and its shape. */
  private record Place(String layer, Shape shape) {}

  OnnxReader(ModelProto onnx) {
    this.onnx = onnx;
  }

  Model model() {
    OnnxMetadata metadata = OnnxMetadata.of(onnx);
    GraphProto graph = onnx.getGraph();
    graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
    Shape input = inputShape(graph);
    shape = input;
    byLayer(graph).forEach(this::readLayer);
    Network network = new Network(metadata.network(), input, metadata.labels(), layers);
    return new Model(network, metadata.ranges(network), metadata.trainedBits(), metadata.facts());
  }

  private static Shape inputShape(GraphProto graph) {
    if (graph.getInputCount() != 1) {
      throw unexpected("the graph has " + graph.getInputCount() + " inputs, not one");
    }
    TensorShapeProto shape = graph.getInput(0).getType().getTensorType().getShape();
    if (shape.getDimCount() != 4) {
      throw unexpected("its input has " + shape.getDimCount() + " axes, not 4");
    }
    return new Shape(side(shape, 2), side(shape, 3), side(shape, 1));
  }

  private static int side(TensorShapeProto shape, int axis) {
    return Math.toIntExact(shape.getDim(axis).getDimValue());
  }

  /** Nodes in their order, grouped by the layer that their names begin with. */
  private static Map<String, List<NodeProto>> byLayer(GraphProto graph) {
    Map<String, List<NodeProto>> groups = new LinkedHashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      int slash = node.getName().lastIndexOf('/');
      String layer = node.getName().substring(0, Math.max(slash, 0));
      groups.computeIfAbsent(layer, name -> new ArrayList<>()).add(node);
    }
    return groups;
  }

  private void readLayer(String name, List<NodeProto> nodes) {
    String operators = nodes.stream().map(NodeProto::getOpType).collect(Collectors.joining(" "));
    Layer layer =
        switch (operators) {
          case "Sub Mul" -> scaling(name, nodes);
          case "Conv BatchNormalization", "Conv BatchNormalization Relu" ->
              convolution(name, nodes);
          case "GlobalAveragePool" -> new AveragePool(name);
          case "Flatten MatMul Add", "Flatten MatMul Mul Add" -> dense(name, nodes);
          case "Add", "Pad Add" -> residual(name, nodes);
          default -> throw unexpected("layer '" + name + "' is made of " + operators);
        };
    if (!(layer instanceof ResidualAdd)) {
      checkChain(nodes);
    }
    shape = layer.output(shape);
    tensor = nodes.get(nodes.size() - 1).getOutput(0);
    layers.add(layer);
    places.put(tensor, new Place(name, shape));
  }

  private void checkChain(List<NodeProto> nodes) {
    String from = tensor;
    for (NodeProto node : nodes) {
      if (!from.equals(input(node, 0)) || node.getOutputCount() != 1) {
        throw unexpected("node " + node.getName() + " does not follow on " + from);
      }
      from = node.getOutput(0);
    }
  }

  private InputScaling scaling(String name, List<NodeProto> nodes) {
    return new InputScaling(name, perInput(nodes.get(0)), perInput(nodes.get(1)));
  }

  /** A constant of [1, channels, 1, width] in the order of a row of the input. */
  private float[] perInput(NodeProto node) {
    TensorProto constant = constant(node, 1);
    checkDimensions(constant, 1, shape.channels(), 1, shape.width());
    return OnnxTensors.transpose(OnnxTensors.floats(constant, 4), shape.channels(), shape.width());
  }

  private Convolution convolution(String name, List<NodeProto> nodes) {
    NodeProto node = nodes.get(0);
    TensorProto constant = constant(node, 1);
    float[] outputsFirst = OnnxTensors.floats(constant, 4);
    int outputs = (int) constant.getDims(0);
    int channels = (int) constant.getDims(1);
    int height = (int) constant.getDims(2);
    int width = (int) constant.getDims(3);
    Kernel kernel = new Kernel(height, width, stride(node));
    if (!attribute(node, "pads").equals(boxed(OnnxWriter.pads(kernel, shape)))) {
      throw unexpected("node " + node.getName() + " has no 'same' padding for " + shape);
    }
    WeightMatrix weights =
        new WeightMatrix(
            height * width * channels,
            outputs,
            OnnxTensors.toPlacesFirst(outputsFirst, height * width, channels, outputs));
    boolean relu = nodes.size() == 3;
    return new Convolution(name, kernel, weights, batchNormalization(nodes.get(1)), relu);
  }

  private int stride(NodeProto node) {
    List<Long> strides = attribute(node, "strides");
    if (strides.size() != 2 || !strides.get(0).equals(strides.get(1))) {
      throw unexpected("node " + node.getName() + " has strides " + strides);
    }
    return Math.toIntExact(strides.get(0));
  }

  private Affine batchNormalization(NodeProto node) {
    checkAll(node, 3, 0f);
    checkAll(node, 4, 1f);
    return new Affine(
        OnnxTensors.floats(constant(node, 1), 1), OnnxTensors.floats(constant(node, 2), 1));
  }

  private void checkAll(NodeProto node, int input, float wanted) {
    TensorProto constant = constant(node, input);
    for (float value : OnnxTensors.floats(constant, 1)) {
      if (value != wanted) {
        throw unexpected("constant " + constant.getName() + " isn't " + wanted + " throughout");
      }
    }
  }

  private Dense dense(String name, List<NodeProto> nodes) {
    TensorProto constant = constant(nodes.get(1), 1);
    float[] values = OnnxTensors.floats(constant, 2);
    int columns = (int) constant.getDims(1);
    WeightMatrix weights = new WeightMatrix((int) constant.getDims(0), columns, values);
    float[] scales =
        nodes.size() == 4
            ? OnnxTensors.floats(constant(nodes.get(2), 1), 1)
            : Affine.identity(columns).scales();
    NodeProto add = nodes.get(nodes.size() - 1);
    return new Dense(name, weights, new Affine(scales, OnnxTensors.floats(constant(add, 1), 1)));
  }

  private ResidualAdd residual(String name, List<NodeProto> nodes) {
    String from = input(nodes.get(nodes.size() - 1), 1);
    NodeProto first = nodes.get(0);
    if (nodes.size() == 2 && first.getOutput(0).equals(from)) {
      from = input(first, 0);
    }
    Place place = places.get(from);
    if (place == null) {
      throw unexpected("layer " + name + " adds " + from + ", which no earlier layer gives");
    }
    return new ResidualAdd(name, place.layer(), place.shape().channels());
  }

  private TensorProto constant(NodeProto node, int input) {
    TensorProto constant = constants.get(input(node, input));
    if (constant == null) {
      throw unexpected("node " + node.getName() + " lacks its constant " + input(node, input));
    }
    return constant;
  }

  private static String input(NodeProto node, int index) {
    if (index >= node.getInputCount()) {
      throw unexpected("node " + node.getName() + " has only " + node.getInputCount() + " inputs");
    }
    return node.getInput(index);
  }

  private static void checkDimensions(TensorProto constant, long... wanted) {
    if (!constant.getDimsList().equals(boxed(wanted))) {
      throw unexpected(
          "constant "
              + constant.getName()
              + " is "
              + constant.getDimsList()
              + ", not "
              + boxed(wanted));
    }
  }

  private static List<Long> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .map(AttributeProto::getIntsList)
        .orElse(List.of());
  }

  private static List<Long> boxed(long... values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }

  private static IllegalArgumentException unexpected(String what) {
    return new IllegalArgumentException(
        what + "; use the file as it was written, not changed by other tools");
  }
}
