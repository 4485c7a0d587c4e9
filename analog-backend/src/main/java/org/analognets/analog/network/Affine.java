package org.analognets.analog.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the digital side does to a column after its ADC: {@code y = scale * sum + offset}. Batch
 * norm folds into it, and so does drift compensation. Immutable.
 */
public final class Affine {
  private final float[] scale;
  private final float[] offset;

  /** Copies both; one scale and one offset for each column. */
  public Affine(float[] scale, float[] offset) {
    if (scale.length == 0 || scale.length != offset.length) {
      throw new IllegalArgumentException(
          "affine: " + scale.length + " scales and " + offset.length + " offsets");
    }
    this.scale = scale.clone();
    this.offset = offset.clone();
  }

  /** Scale one, offset zero. */
  public static Affine identity(int columns) {
    float[] ones = new float[columns];
    Arrays.fill(ones, 1f);
    return new Affine(ones, new float[columns]);
  }

  public int columns() {
    return scale.length;
  }

  public float scale(int column) {
    return scale[column];
  }

  public float offset(int column) {
    return offset[column];
  }

  public float[] scales() {
    return scale.clone();
  }

  public float[] offsets() {
    return offset.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Affine that
        && Arrays.equals(scale, that.scale)
        && Arrays.equals(offset, that.offset);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(scale) + Arrays.hashCode(offset);
  }

  @Override
  public String toString() {
    return "affine of " + scale.length + " columns";
  }
}
