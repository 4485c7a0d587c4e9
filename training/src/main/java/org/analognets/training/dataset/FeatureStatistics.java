package org.analognets.training.dataset;

import java.util.List;
import org.analognets.frontends.sound.Mfcc;

/**
 * Mean and deviation of each MFCC coefficient over clips, for scaling a network's input.
 *
 * @param mean of each coefficient
 * @param inverseDeviation one over the deviation of each
 */
public record FeatureStatistics(float[] mean, float[] inverseDeviation) {
  private static final double SMALLEST_DEVIATION = 1e-3;

  /** Every fourth clip is enough. */
  private static final int STRIDE = 4;

  /** Measures clips as they are, without augmentation. */
  public static FeatureStatistics of(List<Clip> clips) {
    int n = Mfcc.COEFFICIENTS;
    double[] sums = new double[n];
    double[] squares = new double[n];
    long columns = 0;
    Mfcc mfcc = new Mfcc();
    for (int i = 0; i < clips.size(); i += STRIDE) {
      float[] features = mfcc.matrix(ClipSet.padded(clips.get(i).samples()));
      for (int j = 0; j < features.length; j++) {
        sums[j % n] += features[j];
        squares[j % n] += (double) features[j] * features[j];
      }
      columns += features.length / n;
    }
    float[] mean = new float[n];
    float[] inverse = new float[n];
    for (int c = 0; c < n; c++) {
      double m = sums[c] / columns;
      mean[c] = (float) m;
      double deviation = Math.sqrt(Math.max(squares[c] / columns - m * m, 0));
      inverse[c] = (float) (1 / Math.max(deviation, SMALLEST_DEVIATION));
    }
    return new FeatureStatistics(mean, inverse);
  }
}
