package org.analognets.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a person network is trained.
 *
 * @param widths of converters to make a network for: 8, 6, 4
 * @param examplesPerEpoch pictures drawn in a pass
 * @param floatEpochs passes in float
 * @param analogEpochs passes with noise and converters, by width
 * @param batchSize examples between two steps, even
 * @param learningRate of the float stage
 * @param analogLearningRate of the stages with noise
 * @param weightDecay of AdamW
 * @param labelSmoothing part of the target spread over both labels
 * @param teacherShare how much the float network teaches in the stages with noise
 * @param clipSigmas weights are clipped to this many deviations of their layer
 * @param noise on the weights in the stages after float
 * @param noiseDeviation as a part of W_max, of Gaussian noise only
 * @param mixup largest share of a second example mixed into each
 * @param validationShare part of the scenes that are watched, not learned
 * @param seed master seed
 */
public record VisionTrainingSettings(
    List<Integer> widths,
    int examplesPerEpoch,
    int floatEpochs,
    Map<Integer, Integer> analogEpochs,
    int batchSize,
    double learningRate,
    double analogLearningRate,
    double weightDecay,
    double labelSmoothing,
    double teacherShare,
    double clipSigmas,
    KeywordTrainingSettings.Noise noise,
    double noiseDeviation,
    double mixup,
    double validationShare,
    long seed) {

  public VisionTrainingSettings {
    widths = List.copyOf(widths);
    // Sorted, since model files quote these settings.
    analogEpochs = Collections.unmodifiableMap(new TreeMap<>(analogEpochs));
    if (widths.isEmpty() || !List.of(8, 6, 4).containsAll(widths)) {
      throw new IllegalArgumentException("training: widths must be of 8, 6 and 4, were " + widths);
    }
    if (examplesPerEpoch < 1) {
      throw new IllegalArgumentException(
          "training: examples in an epoch must be 1 or more, were " + examplesPerEpoch);
    }
    if (floatEpochs < 1 || analogEpochs.values().stream().anyMatch(e -> e < 1)) {
      throw new IllegalArgumentException("training: epochs must be 1 or more");
    }
    if (batchSize < 2 || batchSize % 2 != 0) {
      throw new IllegalArgumentException(
          "training: the batch size must be even and 2 or more, was " + batchSize);
    }
    if (!(validationShare > 0 && validationShare < 1)) {
      throw new IllegalArgumentException(
          "training: the watched share must lie between 0 and 1, was " + validationShare);
    }
  }

  /** What the shipped models were trained with. */
  public static VisionTrainingSettings defaults() {
    return new VisionTrainingSettings(
        List.of(8),
        9600,
        45,
        Map.of(8, 10, 6, 5, 4, 5),
        64,
        3e-3,
        1.5e-3,
        2e-2,
        0.0,
        0.7,
        2,
        KeywordTrainingSettings.Noise.DEVICES,
        0.06,
        0.2,
        0.4,
        7);
  }

  /** What every stage's checkpoint must agree with; the rest is the stages' own. */
  String fingerprint() {
    return String.join(
        ", ",
        "epochs of " + examplesPerEpoch,
        "batch " + batchSize,
        "decay " + weightDecay,
        "noise " + noise + " " + noiseDeviation,
        "watched " + validationShare,
        "seed " + seed);
  }

  /** Passes for a width. */
  public int analogEpochs(int bits) {
    return analogEpochs.getOrDefault(bits, 1);
  }
}
