/**
 * Speech Commands and what becomes of its clips: parts, labels, test sets, augmented examples.
 *
 * <p>Reading order: {@link org.analognets.training.dataset.SpeechCommands} (reads the clips), {@link
 * org.analognets.training.dataset.Split} and {@link org.analognets.training.dataset.LabelSet}, {@link
 * org.analognets.training.dataset.ClipSet} (what accuracy is measured on), {@link
 * org.analognets.training.dataset.KeywordExamples} with {@link
 * org.analognets.training.dataset.SoundAugmentation} (what is learnt from).
 */
@NullMarked
package org.analognets.training.dataset;

import org.jspecify.annotations.NullMarked;
