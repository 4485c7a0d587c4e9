package org.analognets.analog.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Turns a model into ONNX, layer by layer in the network's order. */
final class OnnxWriter {
  static final String INPUT = "input";
  static final String OUTPUT = "logits";

  /** Of opset 13, and so read by every runtime of the last years. */
  private static final long IR_VERSION = 7;

  private static final long OPSET = 13;

  /** Vanishes beside a variance of one in float arithmetic. */
  private static final float EPSILON = 1e-12f;

  private final Network network;
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Map<String, String> outputOfLayer = new HashMap<>();
  private String tensor = INPUT;

  private OnnxWriter(Network network) {
    this.network = network;
  }

  static ModelProto toOnnx(Model model) {
    ModelProto.Builder onnx =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .setProducerName("AnalogNets Live")
            .setGraph(new OnnxWriter(model.network()).graph());
    OnnxMetadata.of(model).addTo(onnx);
    return onnx.build();
  }

  private GraphProto graph() {
    checkEndsInDense();
    Shape input = network.input();
    graph.setName(network.name());
    graph.addInput(value(INPUT, input.channels(), input.height(), input.width()));
    List<Shape> shapes = network.inputShapes();
    for (int i = 0; i < shapes.size(); i++) {
      Layer layer = network.layers().get(i);
      add(layer, shapes.get(i));
      outputOfLayer.put(layer.name(), tensor);
    }
    NodeProto.Builder last = graph.getNodeBuilder(graph.getNodeCount() - 1);
    last.setOutput(0, OUTPUT);
    graph.addOutput(value(OUTPUT, network.labels().size()));
    return graph.build();
  }

  /** A dense layer leaves the plane: what comes after it could only be another. */
  private void checkEndsInDense() {
    List<Layer> layers = network.layers();
    for (int i = 0; i < layers.size(); i++) {
      boolean last = i == layers.size() - 1;
      if (layers.get(i) instanceof Dense != last) {
        throw new IllegalArgumentException(
            "network "
                + network.name()
                + ": a model file holds one dense layer, at the end; layer "
                + layers.get(i).name()
                + " breaks this");
      }
    }
  }

  private void add(Layer layer, Shape input) {
    if (layer instanceof InputScaling scaling) {
      addScaling(scaling, input);
    } else if (layer instanceof Convolution convolution) {
      addConvolution(convolution, input);
    } else if (layer instanceof AveragePool) {
      addNode(layer, "GlobalAveragePool", tensor);
    } else if (layer instanceof Dense dense) {
      addDense(dense);
    } else if (layer instanceof ResidualAdd residual) {
      addResidual(residual, input);
    }
  }

  private void addScaling(InputScaling layer, Shape input) {
    int width = input.width();
    int channels = input.channels();
    float[] means = OnnxTensors.transpose(layer.means(), width, channels);
    float[] factors = OnnxTensors.transpose(layer.inverseDeviations(), width, channels);
    addNode(layer, "Sub", tensor, constant(layer, "mean", means, 1, channels, 1, width));
    String factor = constant(layer, "inverse_deviation", factors, 1, channels, 1, width);
    addNode(layer, "Mul", tensor, factor);
  }

  private void addConvolution(Convolution layer, Shape input) {
    Kernel kernel = layer.kernel();
    int columns = layer.columns();
    int places = kernel.height() * kernel.width();
    float[] weights =
        OnnxTensors.toOutputsFirst(
            layer.weights().toArray(), places, layer.inputChannels(), columns);
    addNode(
            layer,
            "Conv",
            tensor,
            constant(
                layer,
                "weights",
                weights,
                columns,
                layer.inputChannels(),
                kernel.height(),
                kernel.width()))
        .addAttribute(integers("kernel_shape", kernel.height(), kernel.width()))
        .addAttribute(integers("strides", kernel.stride(), kernel.stride()))
        .addAttribute(integers("pads", pads(kernel, input)));
    addBatchNormalization(layer, layer.affine());
    if (layer.relu()) {
      addNode(layer, "Relu", tensor);
    }
  }

  /** Zeros around a plane of this shape: top, left, bottom, right. */
  static long[] pads(Kernel kernel, Shape input) {
    return new long[] {
      kernel.padTop(input.height()),
      kernel.padLeft(input.width()),
      kernel.padBottom(input.height()),
      kernel.padRight(input.width())
    };
  }

  private void addBatchNormalization(Layer layer, Affine affine) {
    int columns = affine.columns();
    float[] ones = Affine.identity(columns).scales();
    addNode(
            layer,
            "BatchNormalization",
            tensor,
            constant(layer, "scale", affine.scales(), columns),
            constant(layer, "offset", affine.offsets(), columns),
            constant(layer, "mean", new float[columns], columns),
            constant(layer, "variance", ones, columns))
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("epsilon")
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(EPSILON));
  }

  private void addDense(Dense layer) {
    int columns = layer.columns();
    Affine affine = layer.affine();
    addNode(layer, "Flatten", tensor);
    float[] weights = layer.weights().toArray();
    addNode(layer, "MatMul", tensor, constant(layer, "weights", weights, layer.rows(), columns));
    if (!Arrays.equals(affine.scales(), Affine.identity(columns).scales())) {
      addNode(layer, "Mul", tensor, constant(layer, "scale", affine.scales(), columns));
    }
    addNode(layer, "Add", tensor, constant(layer, "offset", affine.offsets(), columns));
  }

  private void addResidual(ResidualAdd layer, Shape input) {
    String here = tensor;
    String from = outputOfLayer.getOrDefault(layer.from(), INPUT);
    int missing = layer.fromChannels() - input.channels();
    if (missing > 0) {
      here = addPad(layer, here, missing);
    } else if (missing < 0) {
      from = addPad(layer, from, -missing);
    }
    addNode(layer, "Add", here, from);
  }

  private String addPad(Layer layer, String from, int channels) {
    String pads = layer.name() + "/pads";
    graph.addInitializer(OnnxTensors.longs(pads, 0, 0, 0, 0, 0, channels, 0, 0));
    addNode(layer, "Pad", from, pads);
    return tensor;
  }

  /** Adds a node whose output becomes the current tensor. */
  private NodeProto.Builder addNode(Layer layer, String operator, String... inputs) {
    tensor = layer.name() + "/" + operator;
    return graph
        .addNodeBuilder()
        .setName(tensor)
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput(tensor);
  }

  private String constant(Layer layer, String what, float[] values, long... dimensions) {
    TensorProto constant = OnnxTensors.floats(layer.name() + "/" + what, values, dimensions);
    graph.addInitializer(constant);
    return constant.getName();
  }

  private static AttributeProto integers(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }

  /** An input or output of any number of examples. */
  private static ValueInfoProto value(String name, long... sides) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("N");
    for (long side : sides) {
      shape.addDimBuilder().setDimValue(side);
    }
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
