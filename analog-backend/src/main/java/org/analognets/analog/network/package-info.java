/**
 * Networks as immutable chains of layers whose shapes fit by construction.
 *
 * <p>Reading order: {@link org.analognets.analog.network.Shape}, {@link
 * org.analognets.analog.network.Layer} and its kinds, {@link
 * org.analognets.analog.network.ArrayLayer} (a layer with weights on the crossbar: {@link
 * org.analognets.analog.network.WeightMatrix}, {@link org.analognets.analog.network.Kernel}, {@link
 * org.analognets.analog.network.Affine}), {@link org.analognets.analog.network.Network}, {@link
 * org.analognets.analog.network.AnalogNets} (the two architectures).
 */
@NullMarked
package org.analognets.analog.network;

import org.jspecify.annotations.NullMarked;
