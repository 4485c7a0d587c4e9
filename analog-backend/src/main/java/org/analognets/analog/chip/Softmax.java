package org.analognets.analog.chip;

/** Logits into posteriors. */
final class Softmax {
  private Softmax() {}

  static float[] of(float[] logits) {
    float max = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    double[] powers = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      powers[i] = StrictMath.exp((double) logits[i] - max);
      sum += powers[i];
    }
    float[] posteriors = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      posteriors[i] = (float) (powers[i] / sum);
    }
    return posteriors;
  }
}
