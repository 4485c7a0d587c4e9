/**
 * The physics and the chip: a trained network on a simulated crossbar of phase-change memory, with
 * the energy of every inference. Knows nothing of streams, metrics or files of sound.
 *
 * <pre>
 *  OnnxModelFile -> Model = Network + ConverterRanges
 *                     |
 *                     |  AonCim.program(model, seed)
 *                     v
 *                   Chip: Placement (rectangles on the array)   Schedule (cycles, joules)
 *                     |   ProgrammedPairs (programming noise, drift exponents; drawn once)
 *                     |
 *   tensor, age ----> |  for each layer on the array
 *                     |    DAC -> im2col -> crossbar (drifted, freshly read) -> ADC
 *                     |    -> scale and offset of each column -> ReLU
 *                     v
 *                   Inference: logits, posteriors, EnergyReport, age
 * </pre>
 *
 * <p>Reading order: {@link org.analognets.analog.network} (what is computed), {@link
 * org.analognets.analog.device} (what the cells do to it), {@link org.analognets.analog.converter},
 * {@link org.analognets.analog.chip} (all of it together), {@link org.analognets.analog.energy},
 * {@link org.analognets.analog.model} and {@link org.analognets.analog.store} (files); below them {@link org.analognets.analog.kernel} (the
 * hot loops) and {@link org.analognets.analog.random} (where every draw comes from).
 */
@NullMarked
package org.analognets.analog;

import org.jspecify.annotations.NullMarked;
