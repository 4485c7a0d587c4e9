package org.analognets.training.engine;

/** One layer's work on a shard of samples; forward fills its output, backward its input's gradient. */
interface Step {

  void forward(int samples, Pass pass);

  /** Adds to the gradients of its inputs and of its own parameters. */
  void backward(int samples, Pass pass);
}
