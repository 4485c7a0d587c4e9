package org.analognets.analog.model;

import java.util.List;

/**
 * What the converters need to know of a network: fixed after training, no scaling at inference.
 *
 * <p>With one ADC gain for all layers, {@code r_ADC = S * r_DAC * W_max} of each layer.
 *
 * @param gain S, one constant for all layers
 * @param dacRanges r_DAC of each layer on the array, in order
 * @param weightMax W_max of each layer on the array, in order: the weight that sits at g_max
 */
public record ConverterRanges(float gain, List<Float> dacRanges, List<Float> weightMax) {

  public ConverterRanges {
    dacRanges = List.copyOf(dacRanges);
    weightMax = List.copyOf(weightMax);
    if (!(gain > 0) || Float.isInfinite(gain)) {
      throw new IllegalArgumentException(
          "converter ranges: S must be above 0 and finite, was " + gain);
    }
    if (dacRanges.size() != weightMax.size()) {
      throw new IllegalArgumentException(
          "converter ranges: "
              + dacRanges.size()
              + " DAC ranges but "
              + weightMax.size()
              + " weight maxima");
    }
    check("r_DAC", dacRanges);
    check("W_max", weightMax);
  }

  private static void check(String what, List<Float> values) {
    for (float value : values) {
      if (!(value > 0) || Float.isInfinite(value)) {
        throw new IllegalArgumentException(
            "converter ranges: every " + what + " must be above 0 and finite, found " + value);
      }
    }
  }
}
