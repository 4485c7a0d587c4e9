package org.analognets.analog.network;

/** A layer whose weights sit on the crossbar; everything else is digital. */
public sealed interface ArrayLayer extends Layer permits Convolution, Dense {

  /** Weights, im2col rows by output columns. */
  WeightMatrix weights();

  /** The digital scale and offset of each column after its ADC. */
  Affine affine();

  /** Whether negative outputs become zero. */
  boolean relu();

  /** How the im2col vector is gathered. */
  Kernel kernel();

  /** The same layer with other parameters of the same shape. */
  ArrayLayer with(WeightMatrix weights, Affine affine);

  /** Rows of the array that the layer drives: inputs of one im2col vector. */
  default int rows() {
    return weights().rows();
  }

  /** Columns of the array that the layer reads: output channels. */
  default int columns() {
    return weights().columns();
  }

  /** Weights on the array, a differential pair of devices each. */
  default int weightCount() {
    return rows() * columns();
  }
}
