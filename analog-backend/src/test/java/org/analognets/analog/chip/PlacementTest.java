package org.analognets.analog.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.analognets.analog.model.RandomModels;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.Convolution;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.Shape;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final int ROWS = 256;
  private static final int COLUMNS = 128;

  /** Layers of random size: each as many rows as the one before has columns, or nine times that. */
  private static Network network(List<Integer> channels) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i + 1 < channels.size(); i++) {
      int side = channels.get(i) % 2 == 0 ? 3 : 1;
      Kernel kernel = new Kernel(side, side, 1);
      layers.add(
          Convolution.untrained("conv" + i, kernel, channels.get(i), channels.get(i + 1), true));
    }
    int outputs = channels.get(channels.size() - 1);
    List<String> labels = IntStream.range(0, outputs).mapToObj(Integer::toString).toList();
    return new Network("random", new Shape(1, 1, channels.get(0)), labels, layers);
  }

  @Property(tries = 300)
  void everyLayerHasItsOwnCellsOrTheErrorNamesOneThatDoesNotFit(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 60) Integer> channels) {
    Network network = network(channels);
    Placement placement;
    try {
      placement = Placement.of(network, ROWS, COLUMNS);
    } catch (IllegalArgumentException e) {
      assertThat(e)
          .hasMessageMatching("layer conv\\d+ \\(\\d+ rows x \\d+ columns\\) does not fit.*");
      return;
    }
    boolean[] taken = new boolean[ROWS * COLUMNS];
    assertThat(placement.rectangles()).hasSameSizeAs(network.arrayLayers());
    for (int i = 0; i < placement.rectangles().size(); i++) {
      Rectangle rectangle = placement.rectangles().get(i);
      assertThat(rectangle.layer()).isEqualTo(network.arrayLayers().get(i).name());
      assertThat(rectangle.rows()).isEqualTo(network.arrayLayers().get(i).rows());
      assertThat(rectangle.columns()).isEqualTo(network.arrayLayers().get(i).columns());
      take(rectangle, taken);
    }
    assertThat(placement.utilization())
        .isCloseTo(network.weightCount() / (double) taken.length, within(1e-12));
  }

  private static void take(Rectangle rectangle, boolean[] taken) {
    for (int row = rectangle.row(); row < rectangle.row() + rectangle.rows(); row++) {
      for (int c = rectangle.column(); c < rectangle.column() + rectangle.columns(); c++) {
        assertThat(taken[row * COLUMNS + c]).as("%s at %s, %s", rectangle, row, c).isFalse();
        taken[row * COLUMNS + c] = true;
      }
    }
  }

  @Property(tries = 100)
  void aLayerAloneFitsWheneverItIsNoLargerThanTheArray(
      @ForAll @IntRange(min = 1, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 150) int columns) {
    Network network =
        new Network(
            "one",
            new Shape(1, 1, rows),
            IntStream.range(0, columns).mapToObj(Integer::toString).toList(),
            List.of(Convolution.untrained("only", Kernel.point(), rows, columns, true)));
    if (rows <= ROWS && columns <= COLUMNS) {
      assertThat(Placement.of(network, ROWS, COLUMNS).rectangles())
          .containsExactly(new Rectangle("only", 0, 0, rows, columns));
    } else {
      assertThatThrownBy(() -> Placement.of(network, ROWS, COLUMNS))
          .hasMessage(
              "layer only (%d rows x %d columns) does not fit into what is free of the %dx%d array",
              rows, columns, ROWS, COLUMNS);
    }
  }

  @Test
  void bothNetworksFitTheirArrayAsPublished() {
    Placement kws = Placement.of(AnalogNets.kws(RandomModels.LABELS), 1024, 512);
    assertThat(kws.utilization()).isCloseTo(0.5736, within(5e-5));
    Placement vww = Placement.of(AnalogNets.vww(), 1024, 512);
    assertThat(vww.utilization()).isCloseTo(0.6748, within(5e-5));
  }

  @Test
  void aNetworkTooLargeNamesTheLayerThatDoesNotFit() {
    assertThatThrownBy(() -> Placement.of(AnalogNets.kws(RandomModels.LABELS), 1024, 256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer conv")
        .hasMessageContaining("1024x256");
    assertThatThrownBy(
            () -> AonCim.defaults().withArray(512, 512, 4).program(RandomModels.kws(1), 1))
        .hasMessage(
            "layer conv2 (1008 rows x 84 columns) does not fit into what is free of the"
                + " 512x512 array");
  }

  @Test
  void aPlacementWithAnOverlapOrOutsideTheArrayIsRefused() {
    Rectangle a = new Rectangle("a", 0, 0, 4, 4);
    Rectangle b = new Rectangle("b", 3, 3, 2, 2);
    assertThatThrownBy(() -> new Placement(8, 8, List.of(a, b)))
        .hasMessage("layers a and b overlap");
    assertThatThrownBy(() -> new Placement(4, 3, List.of(a)))
        .hasMessageContaining("layer a")
        .hasMessageContaining("4x3");
  }
}
