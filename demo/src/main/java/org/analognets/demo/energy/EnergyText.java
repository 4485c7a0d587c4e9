package org.analognets.demo.energy;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.LayerCost;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.analog.energy.PublishedEfficiency;
import org.analognets.analog.energy.PublishedEfficiency.Source;
import org.analognets.demo.text.Interval;
import org.analognets.demo.text.TextTable;

/** Costs as tables for people, each figure with its standing. */
public final class EnergyText {
  private static final String NOTHING = "-";

  private final PrintWriter out;
  private final List<NetworkCost> costs;

  /**
   * Tables of costs on one accelerator.
   *
   * @param costs network by network, each at every width
   */
  public EnergyText(PrintWriter out, List<NetworkCost> costs) {
    this.out = out;
    this.costs = List.copyOf(costs);
  }

  /**
   * What the tables are about.
   *
   * @param origin where the accelerator is from
   */
  public void printHeader(String origin) {
    AonCim accelerator = costs.get(0).accelerator();
    out.printf(
        "accelerator: %d rows x %d columns, %d ADCs for %d columns each; %s%n",
        accelerator.rows(),
        accelerator.columns(),
        accelerator.adcs(),
        accelerator.adcSharing(),
        origin);
    subjects().forEach(s -> out.printf("%s: %s%n", s.name(), s.origin()));
    out.println("accelerator only: without microphone, MFCC, host");
  }

  /** Cells, cycles and rates. */
  public void printTime() {
    heading("Chip time of one inference, modelled (not host time)");
    TextTable table =
        new TextTable(
            "network", "bits", "weights", "array use", "cycles", "latency", "inferences/s", "TOPS");
    for (NetworkCost cost : costs) {
      table.row(
          cost.subject().name(),
          "" + cost.bits(),
          number("%,d", cost.subject().network().weightCount()),
          number("%.2f %%", 100 * cost.placement().utilization()),
          number("%,d", cost.schedule().cycles()),
          number("%,.1f us", 1e6 * cost.energy().latencySeconds()),
          number("%,.0f", cost.inferencesPerSecond()),
          number("%.3f", cost.tops()));
    }
    table.print(out);
  }

  /** Joules by component, and efficiency beside the published. */
  public void printEnergy() {
    heading("Energy of one inference, fitted to the published TOPS/W of kws and vww");
    List<Source> sources = sources();
    List<String> header =
        new ArrayList<>(List.of("network", "bits", "DAC uJ", "ADC uJ", "total uJ", "TOPS/W"));
    sources.forEach(source -> header.addAll(List.of(source.label(), "diff")));
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (NetworkCost cost : costs) {
      EnergyReport energy = cost.energy();
      List<String> row = new ArrayList<>();
      row.add(cost.subject().name());
      row.add("" + cost.bits());
      row.add(number("%.3f", 1e6 * energy.dacJoules()));
      row.add(number("%.3f", 1e6 * energy.adcJoules()));
      row.add(number("%.3f", 1e6 * energy.totalJoules()));
      row.add(number("%.2f", energy.topsPerWatt()));
      for (Source source : sources) {
        row.addAll(comparison(energy.topsPerWatt(), cost.published(source)));
      }
      table.row(row.toArray(String[]::new));
    }
    table.print(out);
    out.printf(
        "Agreement is calibration, not validation: expect 10 %% on a network outside the fit.%n");
    out.println(
        "Digital and SRAM energy is inside DAC and ADC: published data can't tell it apart.");
  }

  /** The publications that say something of any of the costs. */
  private List<Source> sources() {
    return Stream.of(Source.values())
        .filter(source -> costs.stream().anyMatch(cost -> cost.published(source).isPresent()))
        .toList();
  }

  private static List<String> comparison(double ours, Optional<PublishedEfficiency> figure) {
    return figure
        .map(
            theirs ->
                List.of(
                    number("%.2f", theirs.topsPerWatt()),
                    number("%+.1f %%", 100 * (ours / theirs.topsPerWatt() - 1))))
        .orElse(List.of(NOTHING, NOTHING));
  }

  /** How long cells would last. */
  public void printBattery(Interval hop) {
    heading(
        "Battery, one inference every "
            + hop.text()
            + ": full nominal capacity, no self-discharge, nothing drawn in between");
    TextTable table =
        new TextTable(
            "network", "bits", "average power", title(Battery.CR2032), title(Battery.CELL_18650));
    for (NetworkCost cost : costs) {
      double watts = cost.energy().totalJoules() / hop.seconds();
      boolean keepsUp = cost.energy().latencySeconds() <= hop.seconds();
      table.row(
          cost.subject().name(),
          "" + cost.bits(),
          keepsUp ? number("%,.1f uW", 1e6 * watts) : "too slow",
          keepsUp ? days(Battery.CR2032, watts) : NOTHING,
          keepsUp ? days(Battery.CELL_18650, watts) : NOTHING);
    }
    table.print(out);
    out.println("Accelerator only; a cell's own ageing ends long lives sooner.");
  }

  private static String title(Battery cell) {
    return number("%s (%.0f mAh, %s V)", cell.name(), cell.milliampereHours(), cell.volts());
  }

  private static String days(Battery cell, double watts) {
    return number("%,.0f days", cell.days(watts));
  }

  /** One table for each network. */
  public void printLayers() {
    for (Subject subject : subjects()) {
      List<NetworkCost> widths =
          costs.stream().filter(cost -> cost.subject().equals(subject)).toList();
      printLayers(subject, widths);
    }
  }

  private void printLayers(Subject subject, List<NetworkCost> widths) {
    heading(subject.name() + " layer by layer");
    List<String> header =
        new ArrayList<>(List.of("layer", "rows", "columns", "array use", "positions", "cycles"));
    widths.forEach(cost -> header.add("nJ at " + cost.bits() + " bit"));
    TextTable table = new TextTable(header.toArray(String[]::new));
    NetworkCost first = widths.get(0);
    for (int l = 0; l < first.schedule().layers().size(); l++) {
      LayerCost layer = first.schedule().layers().get(l);
      List<String> row = new ArrayList<>();
      row.add(layer.layer());
      row.add("" + layer.rows());
      row.add("" + layer.columns());
      row.add(number("%.2f %%", 100 * first.utilization(layer)));
      row.add(number("%,d", layer.positions()));
      row.add(number("%,d", layer.cycles()));
      for (NetworkCost cost : widths) {
        double joules = cost.schedule().layers().get(l).energy().totalJoules();
        row.add(number("%,.1f", 1e9 * joules));
      }
      table.row(row.toArray(String[]::new));
    }
    table.print(out);
  }

  private List<Subject> subjects() {
    return costs.stream().map(NetworkCost::subject).distinct().toList();
  }

  private void heading(String text) {
    out.println();
    out.println(text);
  }

  private static String number(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
