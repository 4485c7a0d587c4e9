package org.analognets.analog.chip;

/** Where a layer's drift compensation acts, and how much. */
final class Correction {
  private static final Correction NONE = new Correction(1, 1, new float[] {1});

  private final float beforeDac;
  private final float beforeAdc;
  private final float[] afterAdc;

  private Correction(double beforeDac, double beforeAdc, float[] afterAdc) {
    this.beforeDac = (float) beforeDac;
    this.beforeAdc = (float) beforeAdc;
    this.afterAdc = afterAdc;
  }

  static Correction none() {
    return NONE;
  }

  /**
   * Puts a layer's alpha where the chip wants it.
   *
   * @param alpha of the whole layer
   * @param columnAlpha of each column
   */
  static Correction of(DriftCompensation compensation, double alpha, double[] columnAlpha) {
    return switch (compensation) {
      case NONE -> NONE;
      case GDC -> new Correction(1, 1, new float[] {(float) alpha});
      case GDC_DAC -> new Correction(alpha, 1, new float[] {1});
      case GDC_ADC -> new Correction(1, alpha, new float[] {1});
      case COLUMN -> {
        float[] rest = new float[columnAlpha.length];
        for (int c = 0; c < rest.length; c++) {
          rest[c] = (float) (columnAlpha[c] / alpha);
        }
        yield new Correction(1, alpha, rest);
      }
    };
  }

  float beforeDac() {
    return beforeDac;
  }

  float beforeAdc() {
    return beforeAdc;
  }

  /** One factor for all columns, or one for each; padding columns take the last. */
  float afterAdc(int column) {
    return afterAdc[Math.min(column, afterAdc.length - 1)];
  }
}
