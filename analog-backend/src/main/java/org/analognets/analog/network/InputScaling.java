package org.analognets.analog.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings a front end's numbers to the range that the first DAC expects: {@code (x - mean) *
 * inverseDeviation}, one pair for each place of the last two sides (coefficient and channel).
 * Immutable.
 */
public final class InputScaling implements Layer {
  private final String name;
  private final float[] mean;
  private final float[] inverseDeviation;

  /** Copies both; {@code width * channels} values each. */
  public InputScaling(String name, float[] mean, float[] inverseDeviation) {
    if (mean.length == 0 || mean.length != inverseDeviation.length) {
      throw new IllegalArgumentException(
          "layer "
              + name
              + ": "
              + mean.length
              + " means and "
              + inverseDeviation.length
              + " deviations");
    }
    this.name = name;
    this.mean = mean.clone();
    this.inverseDeviation = inverseDeviation.clone();
  }

  /** Leaves its input as it is. */
  public static InputScaling none(String name, int size) {
    float[] ones = new float[size];
    Arrays.fill(ones, 1f);
    return new InputScaling(name, new float[size], ones);
  }

  @Override
  public String name() {
    return name;
  }

  public float[] means() {
    return mean.clone();
  }

  public float[] inverseDeviations() {
    return inverseDeviation.clone();
  }

  @Override
  public Shape output(Shape input) {
    if (input.width() * input.channels() != mean.length) {
      throw new IllegalArgumentException(
          "layer " + name + ": scales rows of " + mean.length + " numbers, got " + input);
    }
    return input;
  }

  /** Scales a tensor into another array. */
  public void apply(float[] input, float[] output) {
    int width = mean.length;
    for (int row = 0; row < input.length; row += width) {
      for (int i = 0; i < width; i++) {
        output[row + i] = (input[row + i] - mean[i]) * inverseDeviation[i];
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InputScaling that
        && name.equals(that.name)
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(inverseDeviation, that.inverseDeviation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(inverseDeviation);
  }

  @Override
  public String toString() {
    return "input scaling " + name + " of " + mean.length + " numbers";
  }
}
