/**
 * Joules of the accelerator alone, fitted to published efficiencies: {@link
 * org.analognets.analog.energy.EnergyModel} (the constants and the equation), {@link
 * org.analognets.analog.energy.EnergyReport} (what one inference cost).
 */
@NullMarked
package org.analognets.analog.energy;

import org.jspecify.annotations.NullMarked;
