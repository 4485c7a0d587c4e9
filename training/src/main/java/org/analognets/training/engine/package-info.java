/**
 * Trains any network of the backend's layers by hand-written gradients, with the array's noise and
 * converters in the forward pass; knows nothing of sound or pictures.
 *
 * <pre>
 * Trainer.step:  batch -&gt; 2 shards, a thread each
 *   Shard.forward    for each layer: DAC -&gt; noisy weights -&gt; ADC -&gt; batch norm -&gt; ReLU
 *   Objective        loss and gradient of the logits
 *   Shard.backward   gradients at the noisy weights, straight through the converters
 *                -&gt; summed in a fixed order -&gt; AdamW moves the clean weights -&gt; slow average
 * </pre>
 *
 * <p>Reading order: {@link org.analognets.training.engine.Stage} and {@link
 * org.analognets.training.engine.StagedTraining} (the schedule), {@link
 * org.analognets.training.engine.ExampleSource}, {@link
 * org.analognets.training.engine.WeightNoise}, {@link org.analognets.training.engine.Objective},
 * {@link org.analognets.training.engine.TrainedModel} (the outcome); inside, Trainer, Shard,
 * ArrayStep, Quantizers, BatchNorm.
 */
@NullMarked
package org.analognets.training.engine;

import org.jspecify.annotations.NullMarked;
