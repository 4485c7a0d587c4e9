package org.analognets.analog.chip;

import org.analognets.analog.energy.EnergyReport;

/**
 * One layer's part of an inference in the layer-serial schedule.
 *
 * @param layer name
 * @param rows active rows, inputs of the im2col vector
 * @param columns columns read
 * @param positions im2col vectors, one for each output position
 * @param cycles ADC cycles: {@code positions * ceil(columns / adcs)}
 * @param energy joules, chip seconds and operations
 */
public record LayerCost(
    String layer, int rows, int columns, int positions, long cycles, EnergyReport energy) {}
