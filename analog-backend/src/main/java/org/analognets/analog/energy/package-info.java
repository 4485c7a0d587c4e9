/**
 * Joules of the accelerator alone, fitted to published efficiencies: {@link
 * org.analognets.analog.energy.EnergyModel} (the constants and the equation), {@link
 * org.analognets.analog.energy.EnergyReport} (what one inference cost), {@link
 * org.analognets.analog.energy.PublishedFigures} (what to compare it with).
 */
@NullMarked
package org.analognets.analog.energy;

import org.jspecify.annotations.NullMarked;
