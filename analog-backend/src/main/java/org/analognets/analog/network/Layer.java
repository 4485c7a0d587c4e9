package org.analognets.analog.network;

/** One layer of a network, immutable; it knows which shape it makes of which. */
public sealed interface Layer permits InputScaling, ArrayLayer, AveragePool, ResidualAdd {

  /** Unique in its network; error messages and plots use it. */
  String name();

  /**
   * The shape that comes out.
   *
   * @throws IllegalArgumentException when the input does not fit, naming the layer
   */
  Shape output(Shape input);
}
