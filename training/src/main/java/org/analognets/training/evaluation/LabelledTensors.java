package org.analognets.training.evaluation;

import java.util.List;
import org.analognets.analog.chip.DigitalReference;
import org.analognets.analog.model.Model;

/**
 * What a network is judged on: tensors as its front end makes them, and the right answers.
 *
 * @param tensors one for each example; not to be changed
 * @param labels index of the right answer for each
 */
public record LabelledTensors(List<float[]> tensors, int[] labels) {

  public LabelledTensors {
    tensors = List.copyOf(tensors);
    if (tensors.isEmpty() || tensors.size() != labels.length) {
      throw new IllegalArgumentException(
          "labelled tensors: " + tensors.size() + " tensors and " + labels.length + " labels");
    }
  }

  public int size() {
    return labels.length;
  }

  /** Share of right answers of the network in float arithmetic, in 0..1. */
  public double digitalAccuracy(Model model) {
    DigitalReference reference = new DigitalReference(model);
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      correct += best(reference.logits(tensors.get(i))) == labels[i] ? 1 : 0;
    }
    return correct / (double) labels.length;
  }

  static int best(float[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      if (logits[c] > logits[best]) {
        best = c;
      }
    }
    return best;
  }
}
