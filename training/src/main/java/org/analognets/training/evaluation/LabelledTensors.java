package org.analognets.training.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return digitalScore(model).accuracy();
  }

  /** How the network answers in float arithmetic. */
  public DigitalScore digitalScore(Model model) {
    DigitalReference reference = new DigitalReference(model);
    List<String> names = model.network().labels();
    int[] asked = new int[names.size()];
    int[] right = new int[names.size()];
    for (int i = 0; i < labels.length; i++) {
      asked[labels[i]]++;
      right[labels[i]] += best(reference.logits(tensors.get(i))) == labels[i] ? 1 : 0;
    }
    Map<String, Double> byLabel = new LinkedHashMap<>();
    for (int label = 0; label < asked.length; label++) {
      if (asked[label] > 0) {
        byLabel.put(names.get(label), right[label] / (double) asked[label]);
      }
    }
    return new DigitalScore(Arrays.stream(right).sum() / (double) labels.length, byLabel);
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
