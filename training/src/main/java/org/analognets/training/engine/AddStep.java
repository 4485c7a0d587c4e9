package org.analognets.training.engine;

import java.util.Arrays;

/** A residual add; the narrower input counts as padded with zero channels. */
final class AddStep implements Step {
  private final Activations in;
  private final Activations from;
  private final Activations out;

  AddStep(Activations in, Activations from, Activations out) {
    this.in = in;
    this.from = from;
    this.out = out;
  }

  @Override
  public void forward(int samples, Pass pass) {
    int places = samples * out.shape.positions();
    Arrays.fill(out.value, 0, places * out.channelStride, 0f);
    add(in.value, in, out.value, out, places);
    add(from.value, from, out.value, out, places);
  }

  @Override
  public void backward(int samples, Pass pass) {
    int places = samples * out.shape.positions();
    add(out.gradient, out, in.gradient, in, places);
    add(out.gradient, out, from.gradient, from, places);
  }

  private static void add(
      float[] source, Activations s, float[] target, Activations t, int places) {
    int channels = Math.min(s.shape.channels(), t.shape.channels());
    for (int p = 0; p < places; p++) {
      int a = p * s.channelStride;
      int b = p * t.channelStride;
      for (int c = 0; c < channels; c++) {
        target[b + c] += source[a + c];
      }
    }
  }
}
