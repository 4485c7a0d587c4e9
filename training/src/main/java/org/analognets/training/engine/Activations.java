package org.analognets.training.engine;

import org.analognets.analog.network.Shape;

/** The tensors of one layer for a shard of samples, and their gradients; channels padded. */
final class Activations {
  final Shape shape;
  final int channelStride;
  final int sampleStride;
  final float[] value;
  final float[] gradient;

  Activations(Shape shape, int channelStride, int samples) {
    this.shape = shape;
    this.channelStride = channelStride;
    this.sampleStride = shape.positions() * channelStride;
    this.value = new float[samples * sampleStride];
    this.gradient = new float[samples * sampleStride];
  }
}
