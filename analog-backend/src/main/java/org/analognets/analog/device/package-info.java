/**
 * Memory devices: how far programming misses, how conductance drifts, how reading fluctuates.
 *
 * <p>Reading order: {@link org.analognets.analog.device.DeviceModel} (the curves), {@link
 * org.analognets.analog.device.PcmModel} and {@link org.analognets.analog.device.HermesModel} (as
 * published), {@link org.analognets.analog.device.ProgrammedPairs} (the devices of a layer, drawn
 * once), {@link org.analognets.analog.device.AgedPairs} (the same at one age, ready to be read).
 */
@NullMarked
package org.analognets.analog.device;

import org.jspecify.annotations.NullMarked;
