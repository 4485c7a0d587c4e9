package org.analognets.demo.sensor;

import org.analognets.analog.chip.Chip;

/**
 * A chip to sense with.
 *
 * @param chip programmed, one inference at a time
 * @param ageSeconds seconds since it was programmed, at the start
 */
public record AgedChip(Chip chip, double ageSeconds) {}
