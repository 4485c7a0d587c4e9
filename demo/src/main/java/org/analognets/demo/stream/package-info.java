/**
 * Quality of an always-on listener over a labelled recording: hits, misses, false accepts, latency.
 *
 * <p>Read {@link org.analognets.demo.stream.StreamEvaluation} first, then {@link
 * org.analognets.demo.stream.StreamScore}.
 */
@NullMarked
package org.analognets.demo.stream;

import org.jspecify.annotations.NullMarked;
