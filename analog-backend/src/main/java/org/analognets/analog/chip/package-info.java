/**
 * The accelerator: layers placed on one array, run one after the other, with drift compensation.
 *
 * <p>Reading order: {@link org.analognets.analog.chip.AonCim} (settings), {@link
 * org.analognets.analog.chip.Chip} (a programmed one), {@link org.analognets.analog.chip.Placement}
 * and {@link org.analognets.analog.chip.Schedule} (where and when), {@code ForwardPass} and {@code
 * LayerRun} (one inference), {@code AgedArray} (weights at an age), {@link
 * org.analognets.analog.chip.DriftCompensation} and {@code GlobalDriftCalibration}; beside them
 * {@link org.analognets.analog.chip.DigitalReference} (the same network without physics) and {@link
 * org.analognets.analog.chip.ConductanceMap} (what the devices hold, as a picture).
 */
@NullMarked
package org.analognets.analog.chip;

import org.jspecify.annotations.NullMarked;
