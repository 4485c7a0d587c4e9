package org.analognets.analog.chip;

import java.util.Locale;
import org.analognets.analog.converter.Converter;

/**
 * How a chip makes up for currents that shrink with age.
 *
 * <p>Global drift compensation (GDC; Joshi et al. 2020): from known calibration inputs, {@code
 * alpha = sum |y| at programming / sum |y| now} for each layer. Published is alpha as a digital
 * factor after the ADC. At few bits a factor there can't bring back what a coarse ADC has lost, so
 * alpha can act ahead of it instead.
 */
public enum DriftCompensation {
  /** Currents are taken as they are. */
  NONE("none"),

  /** Alpha multiplies what comes from the ADC, as published. */
  GDC("gdc"),

  /** Alpha multiplies the inputs ahead of the DAC, within its fixed range. */
  GDC_DAC("gdc-dac"),

  /** The ADC's range shrinks by alpha, as a programmable gain ahead of it would do. */
  GDC_ADC("gdc-adc"),

  /** Like {@link #GDC_ADC}, and what a column needs beyond its layer's alpha is digital. */
  COLUMN("column");

  private static final int FINE_BITS = 8;

  private final String label;

  DriftCompensation(String label) {
    this.label = label;
  }

  /**
   * Where alpha acts best at a width: after the ADC while that is fine, ahead of it where a coarse ADC
   * would lose what drift has shrunk (measured in docs/RESULTS.md).
   */
  public static DriftCompensation bestAt(Converter converter) {
    return converter.isIdeal() || converter.bits() >= FINE_BITS ? GDC : GDC_ADC;
  }

  /** How users write it. */
  public String label() {
    return label;
  }

  /** Reads what users write. */
  public static DriftCompensation parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    for (DriftCompensation value : values()) {
      if (value.label.equals(word)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "compensation '" + text + "': choose none, gdc, gdc-dac, gdc-adc or column");
  }
}
