package org.analognets.training.engine;

import java.util.List;

/**
 * One stage of a training: so many epochs under one kind of noise and one width of converters, with a
 * learning rate that falls along a cosine.
 *
 * @param name what progress and checkpoint call it
 * @param epochs passes over the examples
 * @param learningRate at the start; the end is at a hundredth of it
 * @param warmUp whether the first half epoch climbs to the learning rate
 * @param bits width of the converters, 0 for none
 * @param noise on the weights
 * @param objective the loss
 * @param clipSigmas where weights are clipped: in stage 1 at each step, later once, before W_max freezes
 * @param frozenMax whether W_max is frozen, as on a programmed chip
 * @param mixup largest share of a second example mixed into each, 0 for none (Zhang et al. 2018)
 * @param teachers names of earlier stages whose networks teach this one
 */
public record Stage(
    String name,
    int epochs,
    double learningRate,
    boolean warmUp,
    int bits,
    WeightNoise noise,
    Objective objective,
    double clipSigmas,
    boolean frozenMax,
    double mixup,
    List<String> teachers) {
  private static final double FINAL_SHARE = 0.01;

  public Stage {
    teachers = List.copyOf(teachers);
    if (epochs < 1) {
      throw new IllegalArgumentException("stage " + name + ": epochs must be 1 or more");
    }
  }

  /** All of it that a checkpoint must agree with, but for the noise, which has no text. */
  String fingerprint() {
    return String.join(
        " ",
        name,
        epochs + " epochs",
        "at " + learningRate,
        bits + " bit",
        "mixup " + mixup,
        objective.toString(),
        "clip " + clipSigmas,
        "warm-up " + warmUp,
        "W_max frozen " + frozenMax,
        "after " + teachers);
  }

  double learningRateAt(long step, long stepsPerEpoch) {
    double total = (double) epochs * stepsPerEpoch;
    double cosine = FINAL_SHARE + (1 - FINAL_SHARE) * 0.5 * (1 + Math.cos(Math.PI * step / total));
    double ramp = warmUp ? Math.min(1, (step + 1) / (0.5 * stepsPerEpoch)) : 1;
    return learningRate * cosine * ramp;
  }
}
