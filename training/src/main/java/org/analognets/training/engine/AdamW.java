package org.analognets.training.engine;

import java.util.List;

/** AdamW (Loshchilov and Hutter 2019): Adam with weight decay apart from the gradient. */
final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float EPSILON = 1e-8f;

  private final double weightDecay;
  private long steps;

  AdamW(double weightDecay) {
    this.weightDecay = weightDecay;
  }

  long steps() {
    return steps;
  }

  void restore(long stepsSoFar) {
    this.steps = stepsSoFar;
  }

  void step(List<Parameter> parameters, double learningRate) {
    steps++;
    float rate = (float) (learningRate / (1 - Math.pow(BETA1, (double) steps)));
    float correction = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, (double) steps)));
    for (Parameter p : parameters) {
      float shrink = p.decays ? (float) (1 - learningRate * weightDecay) : 1f;
      move(p, rate, correction, shrink);
    }
  }

  private static void move(Parameter p, float rate, float correction, float shrink) {
    float[] w = p.value;
    float[] g = p.gradient;
    float[] m = p.firstMoment;
    float[] v = p.secondMoment;
    float b1 = (float) BETA1;
    float b2 = (float) BETA2;
    for (int i = 0; i < w.length; i++) {
      m[i] = b1 * m[i] + (1 - b1) * g[i];
      v[i] = b2 * v[i] + (1 - b2) * g[i] * g[i];
      w[i] = w[i] * shrink - rate * m[i] / ((float) Math.sqrt(v[i]) * correction + EPSILON);
    }
  }
}
