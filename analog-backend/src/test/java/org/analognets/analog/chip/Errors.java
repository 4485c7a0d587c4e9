package org.analognets.analog.chip;

import org.analognets.analog.model.Model;
import org.analognets.analog.model.RandomModels;
import org.analognets.analog.random.Randoms;

/** How far chips are from the digital network. */
final class Errors {
  private static final int CHIPS = 6;
  private static final int TENSORS = 4;

  private Errors() {}

  /**
   * Root of the mean squared difference of logits, over chips and inputs that are always the same.
   */
  static double mean(AonCim settings, Model model, double ageSeconds) {
    DigitalReference reference = new DigitalReference(model);
    double squares = 0;
    long n = 0;
    for (int seed = 0; seed < CHIPS; seed++) {
      Chip chip = settings.program(model, seed);
      for (int t = 0; t < TENSORS; t++) {
        float[] tensor =
            RandomModels.input(model.network().input(), Randoms.derive(t, "error tensor"));
        float[] digital = reference.logits(tensor);
        float[] analog = chip.infer(tensor, ageSeconds).logits();
        for (int i = 0; i < digital.length; i++) {
          squares += (analog[i] - digital[i]) * (analog[i] - digital[i]);
          n++;
        }
      }
    }
    return Math.sqrt(squares / n);
  }
}
