/**
 * Speech Commands and what becomes of its clips, pictures and what becomes of them: parts, labels, test
 * sets, augmented examples.
 *
 * <p>Reading order for sound: {@link org.analognets.training.dataset.SpeechCommands} (reads the clips), {@link
 * org.analognets.training.dataset.Split} and {@link org.analognets.training.dataset.LabelSet}, {@link
 * org.analognets.training.dataset.ClipSet} (what accuracy is measured on), {@link
 * org.analognets.training.dataset.KeywordExamples} with {@link
 * org.analognets.training.dataset.SoundAugmentation} (what is learnt from).
 *
 * <p>For pictures: {@link org.analognets.training.dataset.PictureSet} (reads them), {@link
 * org.analognets.training.dataset.PictureSplit} (by scene), {@link
 * org.analognets.training.dataset.PictureExamples} with {@link
 * org.analognets.training.dataset.PictureAugmentation} (what is learnt from).
 */
@NullMarked
package org.analognets.training.dataset;

import org.jspecify.annotations.NullMarked;
