package org.analognets.analog.network;

/** A fully connected layer on a tensor of one place, without an activation: it makes the logits. */
public record Dense(String name, WeightMatrix weights, Affine affine) implements ArrayLayer {

  public Dense {
    ArrayLayers.checkColumns(name, weights, affine);
  }

  /** An untrained layer: zero weights, identity affine. */
  public static Dense untrained(String name, int inputs, int outputs) {
    return new Dense(name, WeightMatrix.zeros(inputs, outputs), Affine.identity(outputs));
  }

  @Override
  public boolean relu() {
    return false;
  }

  @Override
  public Kernel kernel() {
    return Kernel.point();
  }

  @Override
  public Shape output(Shape input) {
    if (input.positions() != 1 || input.channels() != weights.rows()) {
      throw new IllegalArgumentException(
          "layer " + name + ": wants 1x1x" + weights.rows() + ", got " + input);
    }
    return new Shape(1, 1, weights.columns());
  }

  @Override
  public Dense with(WeightMatrix newWeights, Affine newAffine) {
    ArrayLayers.checkSameShape(this, newWeights);
    return new Dense(name, newWeights, newAffine);
  }
}
