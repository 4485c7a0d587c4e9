package org.analognets.analog.chip;

import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.energy.EnergyModel;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.Shape;

/**
 * The layer-serial schedule: one layer at a time, one im2col vector after the other, all its
 * columns by turns of the shared ADCs; unused rows and columns are gated.
 *
 * <p>{@code cycles(layer) = H_out * W_out * ceil(C_out / adcs)}, latency = all cycles times T_CiM.
 *
 * @param layers in order
 * @param cycleSeconds T_CiM, one ADC cycle
 */
public record Schedule(List<LayerCost> layers, double cycleSeconds) {

  public Schedule {
    layers = List.copyOf(layers);
  }

  static Schedule of(Network network, AonCim chip) {
    List<LayerCost> costs = new ArrayList<>();
    List<Shape> shapes = network.outputShapes();
    for (int i = 0; i < shapes.size(); i++) {
      if (network.layers().get(i) instanceof ArrayLayer layer) {
        costs.add(cost(layer, shapes.get(i).positions(), chip));
      }
    }
    return new Schedule(costs, chip.cycleSeconds());
  }

  private static LayerCost cost(ArrayLayer layer, int positions, AonCim chip) {
    int turns = (layer.columns() + chip.adcs() - 1) / chip.adcs();
    long cycles = (long) positions * turns;
    EnergyModel energy = chip.energyModel();
    double seconds = chip.cycleSeconds();
    return new LayerCost(
        layer.name(),
        layer.rows(),
        layer.columns(),
        positions,
        cycles,
        new EnergyReport(
            (double) cycles * layer.rows() * energy.dacJoules(seconds),
            (double) positions * layer.columns() * energy.adcJoules(seconds),
            cycles * seconds,
            2L * layer.weightCount() * positions));
  }

  /** ADC cycles of one inference. */
  public long cycles() {
    return layers.stream().mapToLong(LayerCost::cycles).sum();
  }

  /** Joules, chip seconds and operations of one inference. */
  public EnergyReport energy() {
    return layers.stream()
        .map(LayerCost::energy)
        .reduce(new EnergyReport(0, 0, 0, 0), EnergyReport::plus);
  }
}
