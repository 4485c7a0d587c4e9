package org.analognets.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a keyword network is trained.
 *
 * @param keywords words to tell apart, in the order of the network's outputs
 * @param widths of converters to make a network for: 8, 6, 4, or {@link #NO_CONVERTERS}
 * @param teacherEpochs passes of the wide teacher, 0 for none
 * @param floatEpochs passes in float
 * @param analogEpochs passes with noise and converters, by width
 * @param batchSize examples between two steps, even
 * @param learningRate of the float stage
 * @param analogLearningRate of the stages with noise
 * @param weightDecay of AdamW
 * @param labelSmoothing part of the target spread over all labels
 * @param teacherShare how much of the target is the teacher's: the wide one's if there is one, else in
 *     the stages with noise the float network's
 * @param clipSigmas weights are clipped to this many deviations of their layer
 * @param noise on the weights in the stages after float
 * @param noiseDeviation as a part of W_max, of Gaussian noise only
 * @param mixup largest share of a second example mixed into each
 * @param unknownShare part of the examples that are other words
 * @param silenceShare part of the examples that are background noise alone
 * @param seed master seed
 */
public record KeywordTrainingSettings(
    List<String> keywords,
    List<Integer> widths,
    int teacherEpochs,
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
  /** A width that stands for ideal converters: noise on the weights alone. */
  public static final int NO_CONVERTERS = 0;

  private static final List<Integer> STEPS_DOWN = List.of(8, 6, 4);

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
    if (widths.isEmpty()
        || !widths.stream().allMatch(w -> w == NO_CONVERTERS || STEPS_DOWN.contains(w))) {
      throw new IllegalArgumentException(
          "training: widths must be of 8, 6, 4 and ideal, were " + widths);
    }
    if (teacherEpochs < 0
        || floatEpochs < 1
        || analogEpochs.values().stream().anyMatch(e -> e < 1)) {
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
        24,
        24,
        Map.of(8, 14, 6, 5, 4, 10),
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
        0.16,
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

  /** These settings for other widths. */
  public KeywordTrainingSettings withWidths(List<Integer> others) {
    return with(others, teacherEpochs, floatEpochs, analogEpochs, noise, seed);
  }

  /** These settings with other numbers of passes before the stages with noise. */
  public KeywordTrainingSettings withFloatEpochs(int teacher, int student) {
    return with(widths, teacher, student, analogEpochs, noise, seed);
  }

  /** These settings with the same number of passes at every width. */
  public KeywordTrainingSettings withAnalogEpochs(int epochs) {
    return with(
        widths, teacherEpochs, floatEpochs, Map.of(8, epochs, 6, epochs, 4, epochs), noise, seed);
  }

  /** These settings with another noise on the weights. */
  public KeywordTrainingSettings withNoise(Noise other) {
    return with(widths, teacherEpochs, floatEpochs, analogEpochs, other, seed);
  }

  /** These settings with other draws. */
  public KeywordTrainingSettings withSeed(long other) {
    return with(widths, teacherEpochs, floatEpochs, analogEpochs, noise, other);
  }

  private KeywordTrainingSettings with(
      List<Integer> newWidths,
      int newTeacherEpochs,
      int newFloatEpochs,
      Map<Integer, Integer> newAnalogEpochs,
      Noise newNoise,
      long newSeed) {
    return new KeywordTrainingSettings(
        keywords,
        newWidths,
        newTeacherEpochs,
        newFloatEpochs,
        newAnalogEpochs,
        batchSize,
        learningRate,
        analogLearningRate,
        weightDecay,
        labelSmoothing,
        teacherShare,
        clipSigmas,
        newNoise,
        noiseDeviation,
        mixup,
        unknownShare,
        silenceShare,
        newSeed);
  }

  /** The widths to train one after the other, so that each starts from the one before. */
  List<Integer> stepsDown() {
    List<Integer> steps = new ArrayList<>();
    if (widths.contains(NO_CONVERTERS)) {
      steps.add(NO_CONVERTERS);
    }
    int narrowest =
        widths.stream().filter(w -> w != NO_CONVERTERS).min(Integer::compare).orElse(NO_CONVERTERS);
    if (narrowest != NO_CONVERTERS) {
      STEPS_DOWN.stream().filter(w -> w >= narrowest).forEach(steps::add);
    }
    return steps;
  }

  /** Passes for a width; without converters as many as at 8 bit. */
  public int analogEpochs(int bits) {
    return analogEpochs.getOrDefault(bits == NO_CONVERTERS ? 8 : bits, 1);
  }
}
