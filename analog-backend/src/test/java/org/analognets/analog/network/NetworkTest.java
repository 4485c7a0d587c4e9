package org.analognets.analog.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final Shape INPUT = new Shape(8, 6, 2);
  private static final Kernel THREE = new Kernel(3, 3, 1);
  private static final List<String> LABELS = List.of("a", "b", "c");

  private static Network network(Layer... layers) {
    return new Network("test", INPUT, LABELS, List.of(layers));
  }

  private static void assertRefused(ThrowingCallable making, String... parts) {
    assertThatThrownBy(making)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void shapesFollowFromLayerToLayer() {
    Network network =
        network(
            Convolution.untrained("conv", new Kernel(3, 3, 2), 2, 5, true),
            new AveragePool("pool"),
            Dense.untrained("dense", 5, 3));
    assertThat(network.outputShapes())
        .containsExactly(new Shape(4, 3, 5), new Shape(1, 1, 5), new Shape(1, 1, 3));
    assertThat(network.inputShapes())
        .containsExactly(INPUT, new Shape(4, 3, 5), new Shape(1, 1, 5));
    assertThat(network.weightCount()).isEqualTo(9 * 2 * 5 + 5 * 3);
    assertThat(network.multiplyAccumulates()).isEqualTo(9 * 2 * 5 * 12 + 5 * 3);
  }

  @Test
  void channelsThatDoNotFitNameTheLayer() {
    assertRefused(
        () -> network(Convolution.untrained("conv", THREE, 3, 5, true)),
        "layer conv",
        "3 input channels",
        "8x6x2");
  }

  @Test
  void aDenseLayerWantsOnePlace() {
    assertRefused(() -> network(Dense.untrained("dense", 2, 3)), "layer dense", "1x1x2", "8x6x2");
  }

  @Test
  void scalingWantsItsRows() {
    assertRefused(() -> network(InputScaling.none("scaling", 6)), "layer scaling", "6", "8x6x2");
  }

  @Test
  void scalingComesFirst() {
    assertRefused(
        () ->
            network(
                Convolution.untrained("conv", THREE, 2, 2, true), InputScaling.none("scaling", 12)),
        "layer scaling",
        "first");
  }

  @Test
  void outputsMustMatchTheLabels() {
    assertRefused(
        () -> network(new AveragePool("pool"), Dense.untrained("dense", 2, 4)),
        "network test",
        "4 outputs",
        "3 labels");
  }

  @Test
  void labelsMustDiffer() {
    assertRefused(
        () ->
            new Network(
                "test",
                INPUT,
                List.of("a", "a"),
                List.of(new AveragePool("pool"), Dense.untrained("dense", 2, 2))),
        "label",
        "[a, a]");
  }

  @Test
  void layerNamesMustDiffer() {
    assertRefused(
        () -> network(new AveragePool("pool"), new AveragePool("pool")), "two layers", "pool");
  }

  @Test
  void aNetworkWithoutLayersIsRefused() {
    assertRefused(() -> network(), "at least one layer");
  }

  @Test
  void aResidualAddNeedsAnEarlierLayerOfTheSamePlane() {
    assertRefused(() -> network(new ResidualAdd("add", "nowhere", 2)), "layer add", "nowhere");
    assertRefused(
        () ->
            network(
                Convolution.untrained("wide", THREE, 2, 5, true),
                Convolution.untrained("small", new Kernel(3, 3, 2), 5, 5, true),
                new ResidualAdd("add", "wide", 5)),
        "layer add",
        "8x6x5",
        "4x3x5");
  }

  @Test
  void aResidualAddGivesTheWiderOfItsInputs() {
    Network network =
        network(
            Convolution.untrained("wide", THREE, 2, 5, true),
            Convolution.untrained("narrow", THREE, 5, 4, true),
            new ResidualAdd("add", "wide", 5),
            new AveragePool("pool"),
            Dense.untrained("dense", 5, 3));
    assertThat(network.outputShapes().get(2)).isEqualTo(new Shape(8, 6, 5));
  }

  @Test
  void aLayerIsReplacedByName() {
    Network network = network(new AveragePool("pool"), Dense.untrained("dense", 2, 3));
    Dense trained =
        new Dense(
            "dense", new WeightMatrix(2, 3, new float[] {1, 2, 3, 4, 5, 6}), Affine.identity(3));
    assertThat(network.withLayer(trained).layers()).contains(trained);
    assertThat(network.layers()).doesNotContain(trained);
    assertRefused(() -> network.withLayer(new AveragePool("other")), "no layer", "other");
  }

  @Test
  void weightsMustFillTheirMatrixWithFiniteNumbers() {
    assertRefused(() -> new WeightMatrix(2, 2, new float[3]), "3 values", "2x2");
    assertRefused(
        () -> new WeightMatrix(1, 2, new float[] {0, Float.POSITIVE_INFINITY}), "Infinity");
    assertRefused(
        () -> new Convolution("conv", THREE, WeightMatrix.zeros(10, 2), Affine.identity(2), true),
        "layer conv",
        "10 rows",
        "9 places");
    assertRefused(
        () -> new Dense("dense", WeightMatrix.zeros(2, 3), Affine.identity(4)),
        "layer dense",
        "3 columns",
        "4");
  }

  @Test
  void valuesCannotBeChangedFromOutside() {
    float[] values = {1, 2};
    WeightMatrix weights = new WeightMatrix(1, 2, values);
    values[0] = 9;
    weights.toArray()[1] = 9;
    assertThat(weights.toArray()).containsExactly(1, 2);
    Affine affine = Affine.identity(1);
    affine.scales()[0] = 9;
    assertThat(affine.scale(0)).isEqualTo(1);
  }

  @Test
  void scalingSubtractsTheMeanAndThenMultiplies() {
    float[] output = new float[4];
    new InputScaling("scaling", new float[] {1, 2}, new float[] {10, 100})
        .apply(new float[] {2, 4, 1, 1}, output);
    assertThat(output).containsExactly(10, 200, 0, -100);
  }
}
