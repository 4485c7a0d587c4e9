/**
 * Where every random draw comes from: {@link org.analognets.analog.random.Randoms}, generators
 * derived from a seed and a purpose.
 */
@NullMarked
package org.analognets.analog.random;

import org.jspecify.annotations.NullMarked;
