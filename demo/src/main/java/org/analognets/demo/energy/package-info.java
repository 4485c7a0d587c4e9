/**
 * What networks cost an accelerator, as tables, JSON and a picture of the array.
 *
 * <p>Reading order: {@link org.analognets.demo.energy.Subject} (a network), {@link
 * org.analognets.demo.energy.AcceleratorFile} (a what-if accelerator), {@link
 * org.analognets.demo.energy.NetworkCost} (one on the other), {@link
 * org.analognets.demo.energy.EnergyText}, {@link org.analognets.demo.energy.EnergyJson} and {@link
 * org.analognets.demo.energy.ArrayPlot}; {@link org.analognets.demo.energy.Battery}.
 */
@NullMarked
package org.analognets.demo.energy;

import org.jspecify.annotations.NullMarked;
