package org.analognets.training;

import java.util.ArrayList;
import java.util.List;

/**
 * What the trainings of all networks have in common.
 *
 * @param <S> the settings of one network
 */
public interface TrainingSettings<S extends TrainingSettings<S>> {
  /** The width that stands for none: noise on the weights alone. */
  int NO_CONVERTERS = 0;

  /** Widths of converters, from easy to hard. */
  List<Integer> STEPS_DOWN = List.of(8, 6, 4);

  /** Widths of converters to make a network for, {@link #NO_CONVERTERS} for none. */
  List<Integer> widths();

  /** Passes of the wide teacher, 0 for none: then the float network teaches the noisy ones. */
  int teacherEpochs();

  /** Passes in float. */
  int floatEpochs();

  /** Passes in float after that, on the examples that the stages with noise learn from; 0 for none. */
  default int settlingEpochs() {
    return 0;
  }

  /** Passes with noise for a width; without converters as many as at 8 bit. */
  int analogEpochs(int bits);

  /** Examples between two steps, even. */
  int batchSize();

  /** Of the stages in float. */
  double learningRate();

  /** Of the stages with noise. */
  double analogLearningRate();

  /** Of AdamW. */
  double weightDecay();

  /** Part of the target spread over all labels. */
  double labelSmoothing();

  /** How much a teacher teaches. */
  double teacherShare();

  /** Weights are clipped to this many deviations of their layer. */
  double clipSigmas();

  /** On the weights in the stages after float. */
  TrainingNoise noise();

  /** As a part of W_max, of Gaussian noise only. */
  double noiseDeviation();

  /** Largest share of a second example mixed into each, in the stages with noise. */
  double mixup();

  /** The same in the stages in float. */
  double floatMixup();

  /** Master seed. */
  long seed();

  /** These settings for other widths. */
  S withWidths(List<Integer> others);

  /** These settings with another number of passes of the wide teacher, 0 for none. */
  S withTeacherEpochs(int epochs);

  /** These settings with another number of passes of the network itself in float. */
  S withFloatEpochs(int epochs);

  /** These settings with the same number of passes at every width. */
  S withAnalogEpochs(int epochs);

  /** These settings with another noise on the weights. */
  S withNoise(TrainingNoise other);

  /** These settings with other draws. */
  S withSeed(long other);

  /** The widths to train one after the other, so that each starts from the one before. */
  default List<Integer> stepsDown() {
    List<Integer> steps = new ArrayList<>();
    if (widths().contains(NO_CONVERTERS)) {
      steps.add(NO_CONVERTERS);
    }
    int narrowest =
        widths().stream()
            .filter(w -> w != NO_CONVERTERS)
            .min(Integer::compare)
            .orElse(NO_CONVERTERS);
    if (narrowest != NO_CONVERTERS) {
      STEPS_DOWN.stream().filter(w -> w >= narrowest).forEach(steps::add);
    }
    return steps;
  }
}
