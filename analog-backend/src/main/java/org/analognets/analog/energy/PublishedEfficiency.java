package org.analognets.analog.energy;

/**
 * An efficiency that was published for a network on the accelerator.
 *
 * @param source where it was published
 * @param network "kws" or "vww"
 * @param bits width of the converters
 * @param topsPerWatt operations per joule, in units of 10^12
 */
public record PublishedEfficiency(Source source, String network, int bits, double topsPerWatt) {

  /** The publications, the one whose figures count first at the head. */
  public enum Source {
    /** AnalogNets, arXiv 2111.06503 (2021), abstract: 8 and 4 bit. */
    ARXIV("arXiv"),

    /** AnalogNets, IEEE Micro (2022), abstract: 8, 6 and 4 bit. */
    IEEE_MICRO("IEEE Micro");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** How tables name it. */
    public String label() {
      return label;
    }
  }
}
