package org.analognets.analog.network;

/**
 * A convolution with 'same' padding; its weights are {@code kernel height * kernel width * input
 * channels} rows by output channels.
 */
public record Convolution(
    String name, Kernel kernel, WeightMatrix weights, Affine affine, boolean relu)
    implements ArrayLayer {

  public Convolution {
    if (weights.rows() % (kernel.height() * kernel.width()) != 0) {
      throw new IllegalArgumentException(
          "layer "
              + name
              + ": "
              + weights.rows()
              + " rows are no multiple of the kernel's "
              + kernel.height() * kernel.width()
              + " places");
    }
    ArrayLayers.checkColumns(name, weights, affine);
  }

  /** An untrained convolution: zero weights, identity affine. */
  public static Convolution untrained(
      String name, Kernel kernel, int inputChannels, int outputChannels, boolean relu) {
    int rows = kernel.height() * kernel.width() * inputChannels;
    return new Convolution(
        name,
        kernel,
        WeightMatrix.zeros(rows, outputChannels),
        Affine.identity(outputChannels),
        relu);
  }

  public int inputChannels() {
    return weights.rows() / (kernel.height() * kernel.width());
  }

  @Override
  public Shape output(Shape input) {
    if (input.channels() != inputChannels()) {
      throw new IllegalArgumentException(
          "layer " + name + ": wants " + inputChannels() + " input channels, got " + input);
    }
    return new Shape(
        kernel.outputs(input.height()), kernel.outputs(input.width()), weights.columns());
  }

  @Override
  public Convolution with(WeightMatrix newWeights, Affine newAffine) {
    ArrayLayers.checkSameShape(this, newWeights);
    return new Convolution(name, kernel, newWeights, newAffine, relu);
  }
}
