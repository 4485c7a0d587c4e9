package org.analognets.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a person network is trained.
 *
 * @param widths of converters to make a network for: 8, 6, 4, or {@link #NO_CONVERTERS}
 * @param examplesPerEpoch pictures drawn in a pass, at most as many as there are
 * @param teacherEpochs passes of the wide teacher, 0 for none
 * @param floatEpochs passes in float on far cropped pictures
 * @param settlingEpochs passes in float on nearly whole ones, 0 for none
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
 * @param floatMixup largest share of a second example mixed into each, in the float stage
 * @param mixup the same after it
 * @param validationShare part of the scenes that are watched, not learned
 * @param seed master seed
 */
public record VisionTrainingSettings(
    List<Integer> widths,
    int examplesPerEpoch,
    int teacherEpochs,
    int floatEpochs,
    int settlingEpochs,
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
    double floatMixup,
    double mixup,
    double validationShare,
    long seed)
    implements TrainingSettings<VisionTrainingSettings> {

  public VisionTrainingSettings {
    widths = List.copyOf(widths);
    // Sorted, since model files quote these settings.
    analogEpochs = Collections.unmodifiableMap(new TreeMap<>(analogEpochs));
    Schedule.check(widths, teacherEpochs, floatEpochs, analogEpochs, batchSize);
    if (settlingEpochs < 0) {
      throw new IllegalArgumentException("training: epochs must be 0 or more");
    }
    if (examplesPerEpoch < 1) {
      throw new IllegalArgumentException(
          "training: examples in an epoch must be 1 or more, were " + examplesPerEpoch);
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
        0,
        40,
        8,
        Map.of(8, 8, 6, 4, 4, 5),
        64,
        3e-3,
        1.5e-3,
        3e-2,
        0.0,
        0.7,
        2,
        TrainingNoise.DEVICES,
        0.06,
        0.3,
        0.1,
        0.2,
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

  @Override
  public VisionTrainingSettings withWidths(List<Integer> others) {
    return with(others, teacherEpochs, floatEpochs, settlingEpochs, analogEpochs, noise, seed);
  }

  @Override
  public VisionTrainingSettings withTeacherEpochs(int epochs) {
    return with(widths, epochs, floatEpochs, settlingEpochs, analogEpochs, noise, seed);
  }

  @Override
  public VisionTrainingSettings withFloatEpochs(int epochs) {
    int settling = settlingEpochs == 0 ? 0 : epochs;
    return with(widths, teacherEpochs, epochs, settling, analogEpochs, noise, seed);
  }

  @Override
  public VisionTrainingSettings withAnalogEpochs(int epochs) {
    Map<Integer, Integer> all = Map.of(8, epochs, 6, epochs, 4, epochs);
    return with(widths, teacherEpochs, floatEpochs, settlingEpochs, all, noise, seed);
  }

  @Override
  public VisionTrainingSettings withNoise(TrainingNoise other) {
    return with(widths, teacherEpochs, floatEpochs, settlingEpochs, analogEpochs, other, seed);
  }

  @Override
  public VisionTrainingSettings withSeed(long other) {
    return with(widths, teacherEpochs, floatEpochs, settlingEpochs, analogEpochs, noise, other);
  }

  private VisionTrainingSettings with(
      List<Integer> newWidths,
      int newTeacherEpochs,
      int newFloatEpochs,
      int newSettlingEpochs,
      Map<Integer, Integer> newAnalogEpochs,
      TrainingNoise newNoise,
      long newSeed) {
    return new VisionTrainingSettings(
        newWidths,
        examplesPerEpoch,
        newTeacherEpochs,
        newFloatEpochs,
        newSettlingEpochs,
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
        floatMixup,
        mixup,
        validationShare,
        newSeed);
  }

  @Override
  public int analogEpochs(int bits) {
    return analogEpochs.getOrDefault(bits == NO_CONVERTERS ? 8 : bits, 1);
  }
}
