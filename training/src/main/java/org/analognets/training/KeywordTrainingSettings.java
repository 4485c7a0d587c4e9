package org.analognets.training;

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
 * @param mixup largest share of a second example mixed into each, in the stages with noise
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
    TrainingNoise noise,
    double noiseDeviation,
    double mixup,
    double unknownShare,
    double silenceShare,
    long seed)
    implements TrainingSettings<KeywordTrainingSettings> {

  public KeywordTrainingSettings {
    keywords = List.copyOf(keywords);
    widths = List.copyOf(widths);
    // Sorted, since model files quote these settings.
    analogEpochs = Collections.unmodifiableMap(new TreeMap<>(analogEpochs));
    if (keywords.isEmpty()) {
      throw new IllegalArgumentException("training: needs at least one keyword");
    }
    Schedule.check(widths, teacherEpochs, floatEpochs, analogEpochs, batchSize);
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
        0,
        50,
        Map.of(8, 16, 6, 6, 4, 12),
        128,
        3e-3,
        1.5e-3,
        2e-2,
        0.05,
        0.7,
        2,
        TrainingNoise.DEVICES,
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

  /** None: the float stage sees clips one by one. */
  @Override
  public double floatMixup() {
    return 0;
  }

  @Override
  public KeywordTrainingSettings withWidths(List<Integer> others) {
    return with(others, teacherEpochs, floatEpochs, analogEpochs, noise, seed);
  }

  @Override
  public KeywordTrainingSettings withTeacherEpochs(int epochs) {
    return with(widths, epochs, floatEpochs, analogEpochs, noise, seed);
  }

  @Override
  public KeywordTrainingSettings withFloatEpochs(int epochs) {
    return with(widths, teacherEpochs, epochs, analogEpochs, noise, seed);
  }

  @Override
  public KeywordTrainingSettings withAnalogEpochs(int epochs) {
    return with(
        widths, teacherEpochs, floatEpochs, Map.of(8, epochs, 6, epochs, 4, epochs), noise, seed);
  }

  @Override
  public KeywordTrainingSettings withNoise(TrainingNoise other) {
    return with(widths, teacherEpochs, floatEpochs, analogEpochs, other, seed);
  }

  @Override
  public KeywordTrainingSettings withSeed(long other) {
    return with(widths, teacherEpochs, floatEpochs, analogEpochs, noise, other);
  }

  private KeywordTrainingSettings with(
      List<Integer> newWidths,
      int newTeacherEpochs,
      int newFloatEpochs,
      Map<Integer, Integer> newAnalogEpochs,
      TrainingNoise newNoise,
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

  @Override
  public int analogEpochs(int bits) {
    return analogEpochs.getOrDefault(bits == NO_CONVERTERS ? 8 : bits, 1);
  }
}
