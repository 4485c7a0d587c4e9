/**
 * What a network scores, digitally and on programmed chips as they age.
 *
 * <p>Reading order: {@link org.analognets.training.evaluation.LabelledTensors} (what is asked) with {@link
 * org.analognets.training.evaluation.DigitalScore},
 * {@link org.analognets.training.evaluation.DriftExperiment} (widths x ages x chips).
 */
@NullMarked
package org.analognets.training.evaluation;

import org.jspecify.annotations.NullMarked;
