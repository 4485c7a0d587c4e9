package org.analognets.analog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.analognets.analog.chip.DigitalReference;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Convolution;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.ResidualAdd;
import org.analognets.analog.network.Shape;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelFileTest {
  private static final int INPUTS = 4;

  @TempDir private Path folder;

  @Test
  void readingGivesBackTheModelThatWasWritten() throws IOException {
    for (Model model : List.of(RandomModels.kws(1), RandomModels.vww(2))) {
      Path file = folder.resolve(model.network().name() + ".onnx");
      OnnxModelFile.write(file, model);
      assertThat(OnnxModelFile.read(file)).isEqualTo(model);
    }
  }

  @Test
  void rangesKeepEveryBit() throws IOException {
    Model model = RandomModels.kws(3);
    float odd = Math.nextUp(0.1f);
    Model withOddGain =
        new Model(
            model.network(),
            new ConverterRanges(odd, model.ranges().dacRanges(), model.ranges().weightMax()),
            6,
            Map.of());
    Path file = folder.resolve("odd.onnx");
    OnnxModelFile.write(file, withOddGain);
    assertThat(OnnxModelFile.read(file).ranges().gain()).isEqualTo(odd);
  }

  @Test
  void aBundledModelIsReadFromItsStream() throws IOException {
    Model model = RandomModels.kws(4);
    Path file = folder.resolve("kws.onnx");
    OnnxModelFile.write(file, model);
    try (InputStream stream = Files.newInputStream(file)) {
      assertThat(OnnxModelFile.read(stream, "bundled kws")).isEqualTo(model);
    }
  }

  @Test
  void equalModelsGiveEqualBytes() throws IOException {
    OnnxModelFile.write(folder.resolve("a.onnx"), RandomModels.kws(5));
    OnnxModelFile.write(folder.resolve("b.onnx"), RandomModels.kws(5));
    assertThat(folder.resolve("a.onnx")).hasSameBinaryContentAs(folder.resolve("b.onnx"));
  }

  @Test
  void writingReplacesTheOldFileAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("kws.onnx");
    OnnxModelFile.write(file, RandomModels.kws(6));
    Model second = RandomModels.kws(7);
    OnnxModelFile.write(file, second);
    assertThat(OnnxModelFile.read(file)).isEqualTo(second);
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void onnxRuntimeGivesTheLogitsOfTheDigitalReferenceForKws() throws Exception {
    assertRuntimeAgrees(RandomModels.kws(8));
  }

  @Test
  void onnxRuntimeGivesTheLogitsOfTheDigitalReferenceForVww() throws Exception {
    assertRuntimeAgrees(RandomModels.vww(9));
  }

  @Test
  void onnxRuntimeAgreesWhereAResidualAddPadsEitherSide() throws Exception {
    Kernel point = Kernel.point();
    Network network =
        new Network(
            "residuals",
            new Shape(7, 5, 2),
            List.of("a", "b", "c"),
            List.of(
                Convolution.untrained("narrow", new Kernel(2, 4, 2), 2, 3, true),
                Convolution.untrained("wide", point, 3, 6, false),
                new ResidualAdd("padsEarlier", "narrow", 3),
                Convolution.untrained("less", point, 6, 4, false),
                new ResidualAdd("padsLater", "padsEarlier", 6),
                Convolution.untrained("same", point, 6, 6, true),
                new ResidualAdd("padsNone", "padsLater", 6),
                new AveragePool("pool"),
                Dense.untrained("dense", 6, 3)));
    assertRuntimeAgrees(RandomModels.of(network, 10));
  }

  private void assertRuntimeAgrees(Model model) throws IOException, OrtException {
    Path file = folder.resolve("runtime.onnx");
    OnnxModelFile.write(file, model);
    assertThat(OnnxModelFile.read(file)).isEqualTo(model);
    Shape shape = model.network().input();
    RandomGenerator random = Randoms.derive(11, "runtime inputs");
    DigitalReference reference = new DigitalReference(model);
    float[] batch = new float[INPUTS * shape.size()];
    float[][] expected = new float[INPUTS][];
    for (int i = 0; i < INPUTS; i++) {
      float[] tensor = RandomModels.input(shape, random);
      expected[i] = reference.logits(tensor);
      channelsFirst(tensor, shape, batch, i * shape.size());
    }
    float[][] actual = runtimeLogits(file, shape, batch);
    for (int i = 0; i < INPUTS; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-4f));
      assertThat(actual[i]).isNotEqualTo(actual[(i + 1) % INPUTS]);
    }
  }

  private static void channelsFirst(float[] tensor, Shape shape, float[] batch, int at) {
    for (int c = 0; c < shape.channels(); c++) {
      for (int place = 0; place < shape.positions(); place++) {
        batch[at++] = tensor[place * shape.channels() + c];
      }
    }
  }

  private static float[][] runtimeLogits(Path file, Shape shape, float[] batch)
      throws OrtException {
    long[] sides = {INPUTS, shape.channels(), shape.height(), shape.width()};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(batch), sides);
        OrtSession.Result result = session.run(Map.of("input", input))) {
      return (float[][]) result.get("logits").orElseThrow().getValue();
    }
  }

  @Test
  void aNetworkWithoutADenseEndIsRefusedNamingTheLayer() {
    Network network =
        new Network(
            "headless",
            new Shape(4, 4, 1),
            List.of("a", "b"),
            List.of(
                Convolution.untrained("conv", Kernel.point(), 1, 2, true),
                new AveragePool("pool")));
    assertThatThrownBy(
            () -> OnnxModelFile.write(folder.resolve("x.onnx"), RandomModels.of(network, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("headless")
        .hasMessageContaining("pool");
  }

  @Test
  void aLabelOfTwoLinesIsRefused() {
    Network network = AnalogNets.kws(List.of("one", "two\nlines"));
    assertThatThrownBy(
            () -> OnnxModelFile.write(folder.resolve("x.onnx"), RandomModels.of(network, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two\\nlines");
  }
}
