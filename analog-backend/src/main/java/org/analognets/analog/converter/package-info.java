/**
 * Converters between the digital and the analog side: {@link
 * org.analognets.analog.converter.Converter}, one width for DACs and ADCs.
 */
@NullMarked
package org.analognets.analog.converter;

import org.jspecify.annotations.NullMarked;
