/**
 * Recordings with known words in them, for judging a listener instead of a clip classifier.
 *
 * <p>Reading order: {@link org.analognets.training.stream.StreamComposer} (clips and noise into one
 * recording), {@link org.analognets.training.stream.Recording}, {@link
 * org.analognets.training.stream.Utterance}, {@link org.analognets.training.stream.LabelFile}.
 */
@NullMarked
package org.analognets.training.stream;

import org.jspecify.annotations.NullMarked;
