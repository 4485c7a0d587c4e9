package org.analognets.analog.energy;

import static org.analognets.analog.energy.PublishedEfficiency.Source.ARXIV;
import static org.analognets.analog.energy.PublishedEfficiency.Source.IEEE_MICRO;

import java.util.List;
import java.util.Optional;
import org.analognets.analog.energy.PublishedEfficiency.Source;

/**
 * The efficiencies published for the two AnalogNets on AON-CiM.
 *
 * <p>Standing: <b>published</b>. {@link EnergyModel} is fitted to them.
 */
public final class PublishedFigures {
  private static final List<PublishedEfficiency> ALL =
      List.of(
          new PublishedEfficiency(ARXIV, "kws", 8, 8.58),
          new PublishedEfficiency(ARXIV, "kws", 4, 57.39),
          new PublishedEfficiency(ARXIV, "vww", 8, 4.37),
          new PublishedEfficiency(ARXIV, "vww", 4, 25.69),
          new PublishedEfficiency(IEEE_MICRO, "kws", 8, 8.55),
          new PublishedEfficiency(IEEE_MICRO, "kws", 6, 26.55),
          new PublishedEfficiency(IEEE_MICRO, "kws", 4, 56.67),
          new PublishedEfficiency(IEEE_MICRO, "vww", 8, 4.34),
          new PublishedEfficiency(IEEE_MICRO, "vww", 6, 12.64),
          new PublishedEfficiency(IEEE_MICRO, "vww", 4, 25.2));

  private PublishedFigures() {}

  /** Every figure there is, source by source. */
  public static List<PublishedEfficiency> all() {
    return ALL;
  }

  /** What one publication says of a network at a width. */
  public static Optional<PublishedEfficiency> find(Source source, String network, int bits) {
    return ALL.stream()
        .filter(f -> f.source() == source && f.network().equals(network) && f.bits() == bits)
        .findFirst();
  }

  /** The figure to compare with: arXiv's, or IEEE Micro's where arXiv has none. */
  public static Optional<PublishedEfficiency> reference(String network, int bits) {
    return find(ARXIV, network, bits).or(() -> find(IEEE_MICRO, network, bits));
  }
}
