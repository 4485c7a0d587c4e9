package org.analognets.analog.network;

/** The mean of each channel over the whole plane. */
public record AveragePool(String name) implements Layer {

  @Override
  public Shape output(Shape input) {
    return new Shape(1, 1, input.channels());
  }
}
