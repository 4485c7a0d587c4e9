/**
 * Trains networks for the analog array and measures what they lose as the array ages.
 *
 * <pre>
 * sound:    dataset: clips    -&gt; split -&gt; augmentation -&gt; MFCC         -&gt; examples
 * pictures: dataset: pictures -&gt; split -&gt; downscaling  -&gt; augmentation -&gt; examples
 *                                                                           |
 *       engine: float stages -&gt; stages with noisy weights and converters  &lt;--+
 *                                     |
 *                                     v
 *       Model for each width -&gt; evaluation: chips x ages -&gt; accuracy, mean and deviation
 * </pre>
 *
 * <p>Reading order: {@link org.analognets.training.KeywordTraining} and {@link
 * org.analognets.training.VisionTraining} (the whole, for keywords and for persons), {@link
 * org.analognets.training.TrainingSettings}; then {@link
 * org.analognets.training.dataset}, {@link org.analognets.training.engine}, {@link
 * org.analognets.training.evaluation}; {@link org.analognets.training.stream} composes recordings
 * for judging a listener.
 *
 * <p>Every draw derives from a seed and what it is for, and batches are always cut alike: a training
 * ends the same on any number of threads, interrupted or not.
 */
@NullMarked
package org.analognets.training;

import org.jspecify.annotations.NullMarked;
