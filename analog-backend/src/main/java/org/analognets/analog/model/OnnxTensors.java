package org.analognets.analog.model;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Constants of a graph to and from arrays, and between the orders of axes that both sides use. */
final class OnnxTensors {
  private OnnxTensors() {}

  static TensorProto floats(String name, float[] values, long... dimensions) {
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.FLOAT_VALUE)
        .addAllDims(Arrays.stream(dimensions).boxed().toList())
        .setRawData(ByteString.copyFrom(raw))
        .build();
  }

  static TensorProto longs(String name, long... values) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.INT64_VALUE)
        .addDims(values.length)
        .addAllInt64Data(Arrays.stream(values).boxed().toList())
        .build();
  }

  /**
   * The values of a float constant, whose number of axes must be as stated.
   *
   * @throws IllegalArgumentException naming the constant
   */
  static float[] floats(TensorProto tensor, int axes) {
    if (tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE) {
      throw new IllegalArgumentException("constant " + tensor.getName() + " isn't 32-bit float");
    }
    if (tensor.getDimsCount() != axes) {
      throw new IllegalArgumentException(
          "constant " + tensor.getName() + " has " + tensor.getDimsCount() + " axes, not " + axes);
    }
    float[] values = tensor.hasRawData() ? raw(tensor) : listed(tensor.getFloatDataList());
    long size = tensor.getDimsList().stream().reduce(1L, Math::multiplyExact);
    if (values.length != size) {
      throw new IllegalArgumentException(
          "constant " + tensor.getName() + " holds " + values.length + " values, not " + size);
    }
    return values;
  }

  private static float[] raw(TensorProto tensor) {
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private static float[] listed(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }

  /** Exchanges the two axes of a row-major matrix. */
  static float[] transpose(float[] matrix, int rows, int columns) {
    float[] transposed = new float[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column * rows + row] = matrix[row * columns + column];
      }
    }
    return transposed;
  }

  /** From [place, channel, output], the crossbar's order, to [output, channel, place]. */
  static float[] toOutputsFirst(float[] weights, int places, int channels, int outputs) {
    float[] turned = new float[weights.length];
    for (int place = 0; place < places; place++) {
      for (int channel = 0; channel < channels; channel++) {
        for (int output = 0; output < outputs; output++) {
          turned[(output * channels + channel) * places + place] =
              weights[(place * channels + channel) * outputs + output];
        }
      }
    }
    return turned;
  }

  /** The inverse of {@link #toOutputsFirst}. */
  static float[] toPlacesFirst(float[] weights, int places, int channels, int outputs) {
    float[] turned = new float[weights.length];
    for (int output = 0; output < outputs; output++) {
      for (int channel = 0; channel < channels; channel++) {
        for (int place = 0; place < places; place++) {
          turned[(place * channels + channel) * outputs + output] =
              weights[(output * channels + channel) * places + place];
        }
      }
    }
    return turned;
  }
}
