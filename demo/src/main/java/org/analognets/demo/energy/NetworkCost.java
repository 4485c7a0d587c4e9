package org.analognets.demo.energy;

import java.util.Optional;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.LayerCost;
import org.analognets.analog.chip.Placement;
import org.analognets.analog.chip.Schedule;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.analog.energy.PublishedEfficiency;
import org.analognets.analog.energy.PublishedEfficiency.Source;
import org.analognets.analog.energy.PublishedFigures;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.Network;

/**
 * What one inference of a network costs an accelerator: cells, cycles, chip time and joules.
 *
 * @param subject the network and where it is from
 * @param accelerator with converters of one width
 * @param placement where the layers sit on its array
 * @param schedule cycles and joules layer by layer
 */
public record NetworkCost(
    Subject subject, AonCim accelerator, Placement placement, Schedule schedule) {

  /**
   * Places and schedules a network.
   *
   * @throws IllegalArgumentException naming the network and the layer that does not fit
   */
  public static NetworkCost of(Subject subject, AonCim accelerator) {
    Network network = subject.network();
    try {
      return new NetworkCost(
          subject,
          accelerator,
          Placement.of(network, accelerator.rows(), accelerator.columns()),
          accelerator.schedule(network));
    } catch (IllegalArgumentException doesNotFit) {
      throw new IllegalArgumentException(
          subject.name() + ": " + doesNotFit.getMessage() + "; take a larger one", doesNotFit);
    }
  }

  /** Width of the converters. */
  public int bits() {
    return accelerator.converter().bits();
  }

  /** Joules, chip seconds and operations. */
  public EnergyReport energy() {
    return schedule.energy();
  }

  /** One inference after the other, without a pause. */
  public double inferencesPerSecond() {
    return 1 / energy().latencySeconds();
  }

  /** Operations per second while it computes, in units of 10^12. */
  public double tops() {
    return energy().operations() / energy().latencySeconds() * 1e-12;
  }

  /** Part of the array's cells that a layer takes. */
  public double utilization(LayerCost layer) {
    return (double) layer.rows() * layer.columns() / accelerator.rows() / accelerator.columns();
  }

  /** What a publication says of this network on this accelerator, if anything. */
  public Optional<PublishedEfficiency> published(Source source) {
    return published() ? PublishedFigures.find(source, name(), bits()) : Optional.empty();
  }

  /** The one published figure to compare with, if there is one. */
  public Optional<PublishedEfficiency> reference() {
    return published() ? PublishedFigures.reference(name(), bits()) : Optional.empty();
  }

  private String name() {
    return subject.network().name();
  }

  /** Whether the published figures are about this network and this accelerator. */
  private boolean published() {
    Converter width = accelerator.converter();
    AonCim paper = AonCim.defaults().withConverter(width);
    return paper.equals(accelerator) && isAnalogNet(subject.network());
  }

  /** Labels may be others than the paper's: they change the last, tiny layer only. */
  private static boolean isAnalogNet(Network network) {
    Network paper =
        switch (network.name()) {
          case "kws" -> AnalogNets.kws(network.labels());
          case "vww" -> AnalogNets.vww();
          default -> null;
        };
    return paper != null
        && paper.weightCount() == network.weightCount()
        && paper.multiplyAccumulates() == network.multiplyAccumulates();
  }
}
