package org.analognets.training.engine;

/**
 * What one optimiser step does.
 *
 * @param learningRate of AdamW
 * @param bits width of the converters, 0 for none
 * @param noise on the weights of the forward pass
 * @param objective the loss
 * @param clipSigmas weights are clipped to this many deviations of their layer until W_max is frozen
 * @param mixup largest share of a second example mixed into each
 * @param averageDecay of the slow average of the parameters
 */
record StepPlan(
    double learningRate,
    int bits,
    WeightNoise noise,
    Objective objective,
    double clipSigmas,
    double mixup,
    double averageDecay) {}
