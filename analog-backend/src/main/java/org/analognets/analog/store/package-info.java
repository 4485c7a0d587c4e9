/** Files of the chip's own: {@link org.analognets.analog.store.WholeFile} (never half a file). */
@NullMarked
package org.analognets.analog.store;

import org.jspecify.annotations.NullMarked;
