package org.analognets.training.engine;

/**
 * Cross entropy against a soft target: that of the example smoothed over all classes, mixed with what
 * a teacher says.
 *
 * @param labelSmoothing part of the target spread over all classes
 * @param teacherShare part of the target that is the teacher's posterior, 0 without a teacher
 * @param temperature divides the teacher's logits and, in the teacher's part, the student's
 */
public record Objective(double labelSmoothing, double teacherShare, double temperature) {

  public Objective {
    if (labelSmoothing < 0 || labelSmoothing >= 1 || teacherShare < 0 || teacherShare > 1) {
      throw new IllegalArgumentException(
          "objective: label smoothing must be in [0, 1) and the teacher's share in [0, 1], were "
              + labelSmoothing
              + " and "
              + teacherShare);
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException(
          "objective: the temperature must be above 0, was " + temperature);
    }
  }

  /**
   * Loss of one sample, and its gradient with respect to the logits.
   *
   * @param target how probable each class is
   * @param second target of the example that was mixed in
   * @param secondShare share of that example
   * @param teacher logits of the teacher at {@code teacherAt}; unused with a share of 0
   * @param weight multiplies the gradient: one over the batch size
   */
  double sample(
      float[] logits,
      int at,
      int classes,
      float[] target,
      float[] second,
      double secondShare,
      float[] teacher,
      int teacherAt,
      float[] gradient,
      double weight) {
    double[] p = softmax(logits, at, classes, 1);
    double[] hot = softmax(logits, at, classes, temperature);
    double[] t = teacherShare > 0 ? softmax(teacher, teacherAt, classes, temperature) : hot;
    double loss = 0;
    for (int c = 0; c < classes; c++) {
      double mixed = (1 - secondShare) * target[c] + secondShare * second[c];
      double smooth = labelSmoothing / classes + (1 - labelSmoothing) * mixed;
      loss -= (1 - teacherShare) * smooth * Math.log(p[c] + 1e-30);
      loss -= teacherShare * temperature * temperature * t[c] * Math.log(hot[c] + 1e-30);
      // d/dlogit of T^2 * cross entropy at temperature T is T * (posterior - target)
      double g =
          (1 - teacherShare) * (p[c] - smooth) + teacherShare * temperature * (hot[c] - t[c]);
      gradient[at + c] = (float) (g * weight);
    }
    return loss;
  }

  static double[] softmax(float[] logits, int at, int classes, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      max = Math.max(max, logits[at + c] / temperature);
    }
    double[] p = new double[classes];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(logits[at + c] / temperature - max);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
