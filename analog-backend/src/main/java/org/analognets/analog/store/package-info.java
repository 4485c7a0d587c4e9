/**
 * Programmed chips on disk: {@link org.analognets.analog.store.StoredChip} (a chip and its birth),
 * {@link org.analognets.analog.store.ChipFile} (the file and its checks), {@code ChipPayload} (what
 * it holds), {@link org.analognets.analog.store.WholeFile} (never half a file).
 */
@NullMarked
package org.analognets.analog.store;

import org.jspecify.annotations.NullMarked;
