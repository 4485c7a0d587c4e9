package org.analognets.analog.chip;

import org.analognets.analog.energy.EnergyReport;

/**
 * One inference of a chip: what it answered, what it cost, how old the chip was. The arrays are
 * made for each inference anew, and are the receiver's own.
 *
 * @param logits outputs of the last layer, one for each label
 * @param posteriors softmax of the logits, one for each label, summing to one
 * @param energy joules by component, chip latency and operations of this inference
 * @param ageSeconds seconds since the chip was programmed
 * @param number which inference of this chip it was, counted from 0; it selects the read noise
 */
@SuppressWarnings("ArrayRecordComponent") // Boxes would cost more than they protect.
public record Inference(
    float[] logits, float[] posteriors, EnergyReport energy, double ageSeconds, long number) {

  /** Index of the most probable label; the first of equals. */
  public int best() {
    int best = 0;
    for (int i = 1; i < posteriors.length; i++) {
      if (posteriors[i] > posteriors[best]) {
        best = i;
      }
    }
    return best;
  }
}
