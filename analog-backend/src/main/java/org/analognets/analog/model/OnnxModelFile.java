package org.analognets.analog.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Model files: ONNX, so that any runtime opens one as the digital network, with what the analog
 * side needs in its metadata.
 *
 * <p><b>Graph</b> (IR version 7, opset 13). The input {@code input} is {@code [N, channels, height,
 * width]} and takes the front end's numbers as they are; the output {@code logits} is {@code [N,
 * labels]}. A node is named {@code layer/Operator}, and its output after it; the operators of one
 * layer stand together and tell what the layer is:
 *
 * <table>
 * <caption>Layers and their operators</caption>
 * <tr><td>{@code InputScaling}</td><td>Sub, Mul by {@code [1, channels, 1, width]}</td></tr>
 * <tr><td>{@code Convolution}</td><td>Conv: weights {@code [out, in, height, width]}, no bias,
 * explicit pads; BatchNormalization: the column's scale and offset, mean 0, variance 1; Relu, where
 * the layer has one</td></tr>
 * <tr><td>{@code AveragePool}</td><td>GlobalAveragePool</td></tr>
 * <tr><td>{@code Dense}</td><td>Flatten, MatMul: weights {@code [in, out]}, Mul: scale, unless
 * all are one, Add: offset</td></tr>
 * <tr><td>{@code ResidualAdd}</td><td>Pad of the narrower input, where they differ, Add</td></tr>
 * </table>
 *
 * <p><b>Metadata</b> ({@code metadata_props}): see {@link OnnxMetadata}.
 *
 * <p>Equal models give equal bytes, and reading gives back an equal model, every float to its last
 * bit.
 */
public final class OnnxModelFile {
  private static final String AGAIN = "; copy it again or train a new one";

  private OnnxModelFile() {}

  /**
   * Writes a model; a file of that name is replaced only once the new one is whole.
   *
   * @throws ModelException when the file can't be written
   * @throws IllegalArgumentException when the network has a form that no model file holds
   */
  public static void write(Path file, Model model) throws ModelException {
    byte[] bytes = bytes(model);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      part.toFile().delete();
      throw new ModelException(
          prefix(file.toString())
              + "can't be written ("
              + reason(e)
              + "); choose a folder that exists and can be written",
          e);
    }
  }

  /** What a model file holds, for keeping it inside another one. */
  public static byte[] bytes(Model model) {
    return OnnxWriter.toOnnx(model).toByteArray();
  }

  /**
   * Reads a model.
   *
   * @throws ModelException when there is no such file, or it is no model file; one line
   */
  public static Model read(Path file) throws ModelException {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new ModelException(prefix(name) + "is a folder; name the .onnx file in it");
    }
    try {
      return read(Files.readAllBytes(file), name);
    } catch (NoSuchFileException e) {
      throw new ModelException(prefix(name) + "does not exist; check its path", e);
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException(prefix(name) + "can't be read (" + reason(e) + ")", e);
    }
  }

  /**
   * Reads a model that is no file of its own, such as a bundled one.
   *
   * @param name what messages call it
   * @throws ModelException when the bytes are no model file; one line
   */
  public static Model read(InputStream stream, String name) throws ModelException {
    try {
      return read(stream.readAllBytes(), name);
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException(prefix(name) + "can't be read (" + reason(e) + ")", e);
    }
  }

  private static Model read(byte[] bytes, String name) throws ModelException {
    if (bytes.length == 0) {
      throw new ModelException(prefix(name) + "is empty" + AGAIN);
    }
    try {
      return new OnnxReader(parse(bytes, name)).model();
    } catch (IllegalArgumentException e) {
      throw new ModelException(prefix(name) + e.getMessage(), e);
    }
  }

  private static ModelProto parse(byte[] bytes, String name) throws ModelException {
    String wrong = prefix(name) + "is no ONNX file, or only a part of one" + AGAIN;
    try {
      ModelProto onnx = ModelProto.parseFrom(bytes);
      if (onnx.getGraph().getNodeCount() == 0) {
        throw new ModelException(wrong);
      }
      return onnx;
    } catch (InvalidProtocolBufferException e) {
      throw new ModelException(wrong, e);
    }
  }

  private static String prefix(String name) {
    return "model " + name + ": ";
  }

  /** What went wrong in few words; most file exceptions say only which file it was. */
  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName().replace("Exception", "");
    return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
  }
}
