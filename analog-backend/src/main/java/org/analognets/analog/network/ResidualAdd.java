package org.analognets.analog.network;

/**
 * Adds the output of an earlier layer; the narrower of the two is padded with zero channels.
 *
 * @param from name of the earlier layer
 * @param fromChannels channels of that layer's output
 */
public record ResidualAdd(String name, String from, int fromChannels) implements Layer {

  @Override
  public Shape output(Shape input) {
    return new Shape(input.height(), input.width(), Math.max(input.channels(), fromChannels));
  }
}
