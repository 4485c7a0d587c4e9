package org.analognets.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a keyword network is trained.
 *
 * @param keywords words to tell apart, in the order of the network's outputs
 * @param widths of converters to make a network for: 8, 6, 4
 * @param floatEpochs passes in float
 * @param analogEpochs passes with noise and converters, by width
 * @param batchSize examples between two steps, even
 * @param learningRate of the float stage
 * @param analogLearningRate of the stages with noise
 * @param weightDecay of AdamW
 * @param labelSmoothing part of the target spread over all labels
 * @param teacherShare how much the float network teaches in the stages with noise
 * @param clipSigmas weights are clipped to this many deviations of their layer
 * @param noise on the weights in the stages after float
 * @param noiseDeviation as a part of W_max, of Gaussian noise only
 * @param mixup largest share of a second example mixed into each, in the stages with noise
 * @param unknownShare part of the examples that are other words
 * @param silenceShare part of the examples that are background noise alone
 * @param seed master seed
 */
public record KeywordTrainingSettings(
    List<String> keywords,
    List<Integer> widths,
    int floatEpochs,
    Map<Integer, Integer> analogEpochs,
    int batchSize,
    double learningRate,
    double analogLearningRate,
    double weightDecay,
    double labelSmoothing,
    double teacherShare,
    double clipSigmas,
    Noise noise,
    double noiseDeviation,
    double mixup,
    double unknownShare,
    double silenceShare,
    long seed) {

  /** Where the noise on the weights comes from. */
  public enum Noise {
    /** None: what a network loses that never saw noise. */
    NONE,
    /** One deviation for all weights. */
    GAUSSIAN,
    /** The device model: programming, drift, read noise. */
    DEVICES
  }

  public KeywordTrainingSettings {
    keywords = List.copyOf(keywords);
    widths = List.copyOf(widths);
    // Sorted, since model files quote these settings.
    analogEpochs = Collections.unmodifiableMap(new TreeMap<>(analogEpochs));
    if (keywords.isEmpty()) {
      throw new IllegalArgumentException("training: needs at least one keyword");
    }
    if (widths.isEmpty() || !List.of(8, 6, 4).containsAll(widths)) {
      throw new IllegalArgumentException("training: widths must be of 8, 6 and 4, were " + widths);
    }
    if (floatEpochs < 1 || analogEpochs.values().stream().anyMatch(e -> e < 1)) {
      throw new IllegalArgumentException("training: epochs must be 1 or more");
    }
    if (batchSize < 2 || batchSize % 2 != 0) {
      throw new IllegalArgumentException(
          "training: the batch size must be even and 2 or more, was " + batchSize);
    }
    if (unknownShare < 0 || silenceShare < 0 || unknownShare + silenceShare >= 1) {
      throw new IllegalArgumentException(
          "training: shares of unknown and silence must be 0 or more and below 1 together");
    }
  }

  /** What the shipped models were trained with. */
  public static KeywordTrainingSettings defaults(List<String> keywords) {
    return new KeywordTrainingSettings(
        keywords,
        List.of(8),
        50,
        Map.of(8, 16, 6, 6, 4, 12),
        128,
        3e-3,
        1.5e-3,
        2e-2,
        0.05,
        0.7,
        2,
        Noise.DEVICES,
        0.06,
        0.3,
        0.14,
        0.08,
        7);
  }

  /** What every stage's checkpoint must agree with; the rest is the stages' own. */
  String fingerprint() {
    return String.join(
        ", ",
        keywords.toString(),
        "batch " + batchSize,
        "decay " + weightDecay,
        "noise " + noise + " " + noiseDeviation,
        "unknown " + unknownShare,
        "silence " + silenceShare,
        "seed " + seed);
  }

  /** Passes for a width. */
  public int analogEpochs(int bits) {
    return analogEpochs.getOrDefault(bits, 1);
  }
}
