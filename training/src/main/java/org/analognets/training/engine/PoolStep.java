package org.analognets.training.engine;

import java.util.Arrays;

/** The mean of each channel over the plane. */
final class PoolStep implements Step {
  private final Activations in;
  private final Activations out;

  PoolStep(Activations in, Activations out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void forward(int samples, Pass pass) {
    int places = in.shape.positions();
    int stride = in.channelStride;
    Arrays.fill(out.value, 0, samples * stride, 0f);
    for (int s = 0; s < samples; s++) {
      for (int p = 0; p < places; p++) {
        int from = s * in.sampleStride + p * stride;
        for (int c = 0; c < stride; c++) {
          out.value[s * stride + c] += in.value[from + c];
        }
      }
    }
    for (int i = 0; i < samples * stride; i++) {
      out.value[i] /= places;
    }
  }

  @Override
  public void backward(int samples, Pass pass) {
    int places = in.shape.positions();
    int stride = in.channelStride;
    for (int s = 0; s < samples; s++) {
      for (int p = 0; p < places; p++) {
        int to = s * in.sampleStride + p * stride;
        for (int c = 0; c < stride; c++) {
          in.gradient[to + c] += out.gradient[s * stride + c] / places;
        }
      }
    }
  }
}
