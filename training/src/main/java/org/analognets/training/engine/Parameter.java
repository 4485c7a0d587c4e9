package org.analognets.training.engine;

/**
 * One array of trained numbers with its gradient and AdamW's two moments.
 *
 * <p>Stored with padded columns where it is a matrix; padding stays zero, since its gradient is zero.
 */
final class Parameter {
  final String name;
  final float[] value;
  final float[] gradient;
  final float[] firstMoment;
  final float[] secondMoment;

  /** Slow average of the values; what is validated and exported. */
  final float[] average;

  /** Whether weight decay pulls it to zero. */
  final boolean decays;

  Parameter(String name, int length, boolean decays) {
    this.name = name;
    this.value = new float[length];
    this.gradient = new float[length];
    this.firstMoment = new float[length];
    this.secondMoment = new float[length];
    this.average = new float[length];
    this.decays = decays;
  }

  void fill(float number) {
    java.util.Arrays.fill(value, number);
    java.util.Arrays.fill(average, number);
  }
}
