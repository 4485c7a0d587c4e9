package org.analognets.frontends.sound;

/** Gives any {@link MonoInput} as 16 kHz samples in whole buffers. */
final class MonoStream implements AudioStream {
  private final MonoInput input;

  private MonoStream(MonoInput input) {
    this.input = input;
  }

  /** Wraps an input, resampling it where its rate is another one. */
  static MonoStream of(MonoInput input) {
    boolean asItIs = input.rateHz() == Mfcc.SAMPLE_RATE_HZ;
    return new MonoStream(asItIs ? input : new ResampledInput(input, Mfcc.SAMPLE_RATE_HZ));
  }

  @Override
  public int read(float[] samples) throws AudioException {
    int filled = 0;
    while (filled < samples.length) {
      int got = input.read(samples, filled, samples.length - filled);
      if (got < 0) {
        return filled == 0 ? -1 : filled;
      }
      filled += got;
    }
    return filled;
  }

  @Override
  public void close() {
    input.close();
  }
}
