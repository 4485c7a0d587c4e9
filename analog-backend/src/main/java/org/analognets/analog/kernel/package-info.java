/**
 * The hot loops: matrix products, patches of convolutions and read noise, on the Vector API and in
 * plain Java, equal to the last bit.
 *
 * <p>Reading order: {@link org.analognets.analog.kernel.Kernels} (the contract), {@link
 * org.analognets.analog.kernel.PlainKernels} (the readable twin), {@link
 * org.analognets.analog.kernel.VectorKernels}, {@link org.analognets.analog.kernel.NoiseLanes},
 * {@link org.analognets.analog.kernel.Im2col}.
 */
@NullMarked
package org.analognets.analog.kernel;

import org.jspecify.annotations.NullMarked;
