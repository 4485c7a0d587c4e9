package org.analognets.analog.chip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Network;

/**
 * A network's layers as rectangles on one array; no two overlap.
 *
 * @param rows of the array
 * @param columns of the array
 * @param rectangles one for each layer on the array, in the network's order
 */
public record Placement(int rows, int columns, List<Rectangle> rectangles) {

  public Placement {
    rectangles = List.copyOf(rectangles);
    for (int i = 0; i < rectangles.size(); i++) {
      Rectangle a = rectangles.get(i);
      if (a.row() < 0
          || a.column() < 0
          || a.row() + a.rows() > rows
          || a.column() + a.columns() > columns) {
        throw new IllegalArgumentException(
            "layer " + a.layer() + ": its rectangle leaves the " + rows + "x" + columns + " array");
      }
      for (int j = 0; j < i; j++) {
        if (a.overlaps(rectangles.get(j))) {
          throw new IllegalArgumentException(
              "layers " + rectangles.get(j).layer() + " and " + a.layer() + " overlap");
        }
      }
    }
  }

  /**
   * Places the largest layers first, each at the free spot that wastes the least along its tighter
   * side (maximal free rectangles, best short side fit; Jylänki 2010).
   *
   * @throws IllegalArgumentException naming the first layer that does not fit
   */
  public static Placement of(Network network, int rows, int columns) {
    List<ArrayLayer> layers = network.arrayLayers();
    List<ArrayLayer> order = new ArrayList<>(layers);
    order.sort(
        Comparator.comparingInt(ArrayLayer::rows).thenComparingInt(ArrayLayer::columns).reversed());
    FreeSpace space = new FreeSpace(rows, columns);
    List<Rectangle> placed = new ArrayList<>();
    for (ArrayLayer layer : order) {
      placed.add(
          space
              .place(layer.name(), layer.rows(), layer.columns())
              .orElseThrow(() -> new IllegalArgumentException(doesNotFit(layer, rows, columns))));
    }
    List<String> names = layers.stream().map(ArrayLayer::name).toList();
    placed.sort(Comparator.comparingInt(r -> names.indexOf(r.layer())));
    return new Placement(rows, columns, placed);
  }

  private static String doesNotFit(ArrayLayer layer, int rows, int columns) {
    return "layer "
        + layer.name()
        + " ("
        + layer.rows()
        + " rows x "
        + layer.columns()
        + " columns) does not fit into what is free of the "
        + rows
        + "x"
        + columns
        + " array";
  }

  /** Part of the array's cells that carry weights. */
  public double utilization() {
    return rectangles.stream().mapToInt(Rectangle::area).sum() / ((double) rows * columns);
  }
}
