package org.analognets.pipeline;

import org.analognets.analog.chip.Inference;

/** A window and what the chip said to it. */
public record ScoredWindow(FeatureWindow window, Inference inference) {}
