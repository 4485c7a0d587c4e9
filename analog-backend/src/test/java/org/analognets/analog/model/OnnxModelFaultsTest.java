package org.analognets.analog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad file gives one line: which file, what is wrong, what to do. */
class OnnxModelFaultsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeGoodFile() throws IOException {
    file = folder.resolve("kws.onnx");
    OnnxModelFile.write(file, RandomModels.kws(1));
  }

  @Test
  void aMissingFileIsNamed() {
    assertOneLine(folder.resolve("none.onnx"), "does not exist", "check its path");
  }

  @Test
  void aFolderIsNoModel() {
    assertOneLine(folder, "is a folder", "name the .onnx file");
  }

  @Test
  void anEmptyFileIsNoModel() throws IOException {
    Files.write(file, new byte[0]);
    assertOneLine(file, "is empty", "train a new one");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.00001, 0.01, 0.5, 0.99, 0.9999})
  void aTruncatedFileIsNoModel(double part) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (whole.length * part)));
    assertOneLine(file, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello, I am no model\n", "\u0089PNG\r\n\u001a\n", "PK\u0003\u0004", "\n", "\0\0"})
  void anotherKindOfFileIsNoModel(String content) throws IOException {
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    assertOneLine(file, "is no ONNX file", "train a new one");
  }

  @Test
  void onnxOfSomebodyElseLacksTheMetadata() throws IOException {
    change(onnx -> onnx.clearMetadataProps());
    assertOneLine(file, "without the metadata", "AnalogNets Live wrote");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analognets.network",
        "analognets.labels",
        "analognets.trained_bits",
        "analognets.gain",
        "analognets.r_dac.conv2",
        "analognets.w_max.dense"
      })
  void missingMetadataIsNamed(String key) throws IOException {
    change(onnx -> setMetadata(onnx, key, "", false));
    assertOneLine(file, "lacks the metadata " + key, "train a new one");
  }

  @Test
  void aFormatOfTheFutureIsRefused() throws IOException {
    change(onnx -> setMetadata(onnx, "analognets.format", "2", true));
    assertOneLine(file, "has format 2", "use the version that wrote it");
  }

  @Test
  void aRangeThatIsNoNumberIsNamed() throws IOException {
    change(onnx -> setMetadata(onnx, "analognets.r_dac.conv1", "wide", true));
    assertOneLine(file, "analognets.r_dac.conv1 is no number: 'wide'");
  }

  @Test
  void aRangeOfZeroIsRefused() throws IOException {
    change(onnx -> setMetadata(onnx, "analognets.w_max.conv1", "0.0", true));
    assertOneLine(file, "W_max must be above 0 and finite");
  }

  @Test
  void labelsMustMatchTheOutputs() throws IOException {
    change(onnx -> setMetadata(onnx, "analognets.labels", "a\nb", true));
    assertOneLine(file, "12 outputs but 2 labels");
  }

  @Test
  void weightsOfTheWrongShapeAreNamed() throws IOException {
    changeConstant("conv1/weights", constant -> constant.setDims(1, 83));
    assertOneLine(file, "conv1/weights holds");
  }

  @Test
  void weightsThatDoNotFollowOnAreNamed() throws IOException {
    changeConstant("dense/weights", constant -> constant.setDims(0, 12).setDims(1, 84));
    assertOneLine(file, "dense");
  }

  @Test
  void weightsThatAreNoFloatsAreNamed() throws IOException {
    changeConstant(
        "conv0/weights", constant -> constant.setDataType(TensorProto.DataType.DOUBLE_VALUE));
    assertOneLine(file, "conv0/weights isn't 32-bit float");
  }

  @Test
  void aWeightThatIsNotFiniteIsRefused() throws IOException {
    changeConstant("conv0/weights", constant -> constant.clearRawData().addAllFloatData(nans()));
    assertOneLine(file, "finite");
  }

  private static List<Float> nans() {
    return java.util.Collections.nCopies(40 * 84, Float.NaN);
  }

  @Test
  void aMissingConstantIsNamed() throws IOException {
    changeConstant("conv3/scale", constant -> constant.setName("elsewhere"));
    assertOneLine(file, "lacks its constant conv3/scale");
  }

  @Test
  void otherPaddingIsRefused() throws IOException {
    changeNode("conv0/Conv", node -> node.getAttributeBuilder(2).setInts(0, 0));
    assertOneLine(file, "conv0/Conv has no 'same' padding");
  }

  @Test
  void anUnknownOperatorIsNamedWithItsLayer() throws IOException {
    changeNode("conv2/Relu", node -> node.setOpType("Sigmoid"));
    assertOneLine(file, "layer 'conv2' is made of Conv BatchNormalization Sigmoid");
  }

  @Test
  void aChainThatWasRewiredIsRefused() throws IOException {
    changeNode("conv2/Conv", node -> node.setInput(0, "conv0/Relu"));
    assertOneLine(file, "conv2/Conv does not follow on conv1/Relu");
  }

  @Test
  void statisticsOfAnotherBatchNormalizationAreRefused() throws IOException {
    changeNode("conv0/BatchNormalization", node -> node.setInput(3, "conv0/scale"));
    assertOneLine(file, "conv0/scale isn't 0.0 throughout");
  }

  @Test
  void aTargetThatCannotBeWrittenIsNamed() {
    Path target = folder.resolve("missing").resolve("kws.onnx");
    assertThatThrownBy(() -> OnnxModelFile.write(target, RandomModels.kws(1)))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model " + target + ": can't be written")
        .hasMessageContaining("choose a folder")
        .hasMessageNotContaining("\n");
  }

  private void assertOneLine(Path path, String... parts) {
    assertThatThrownBy(() -> OnnxModelFile.read(path))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model " + path + ": ")
        .hasMessageContainingAll(parts)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "null"));
  }

  private void change(Consumer<ModelProto.Builder> change) throws IOException {
    ModelProto.Builder onnx = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
    change.accept(onnx);
    Files.write(file, onnx.build().toByteArray());
  }

  private void changeConstant(String name, Consumer<TensorProto.Builder> change)
      throws IOException {
    change(
        onnx -> {
          GraphProto.Builder graph = onnx.getGraphBuilder();
          graph.getInitializerBuilderList().stream()
              .filter(constant -> constant.getName().equals(name))
              .forEach(change);
        });
  }

  private void changeNode(String name, Consumer<NodeProto.Builder> change) throws IOException {
    change(
        onnx ->
            onnx.getGraphBuilder().getNodeBuilderList().stream()
                .filter(node -> node.getName().equals(name))
                .forEach(change));
  }

  private static void setMetadata(
      ModelProto.Builder onnx, String key, String value, boolean present) {
    List<StringStringEntryProto> others =
        onnx.getMetadataPropsList().stream().filter(entry -> !entry.getKey().equals(key)).toList();
    onnx.clearMetadataProps().addAllMetadataProps(others);
    if (present) {
      onnx.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }
  }
}
