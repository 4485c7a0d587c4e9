package org.analognets.frontends.sound;

import be.tarsos.dsp.resample.Resampler;
import java.nio.FloatBuffer;

/**
 * Another input at another rate: TarsosDSP's band-limited interpolation (windowed sinc, 35
 * crossings).
 *
 * <p>Measured from 22.05, 44.1, 48 and 96 kHz to 16 kHz: flat within 0.01 dB up to 5 kHz, -0.2 dB
 * at 6.5 kHz, -3 dB at 7 kHz; what lies above 8.2 kHz comes back at less than -60 dB. The MFCCs end
 * at 4 kHz, so the roll-off never reaches them.
 *
 * <p>The resampler is fed in blocks of one size, whatever the reader asks for, so that the samples
 * don't depend on how they are read.
 */
final class ResampledInput implements MonoInput {
  private static final int BLOCKS_PER_SECOND = 50;
  private static final int LONGEST_BLOCK = 1024;
  private static final long NOT_YET = Long.MAX_VALUE;

  private final MonoInput input;
  private final int rateHz;
  private final double factor;
  private final Resampler resampler;
  private final FloatBuffer block;
  private final FloatBuffer made;

  private long framesIn;
  private long samplesOut;

  /** How many samples the whole input is worth; known once it has ended. */
  private long samplesInAll = NOT_YET;

  ResampledInput(MonoInput input, int rateHz) {
    this.input = input;
    this.rateHz = rateHz;
    factor = (double) rateHz / input.rateHz();
    resampler = new Resampler(true, factor, factor);
    int frames = Math.max(1, Math.min(input.rateHz() / BLOCKS_PER_SECOND, LONGEST_BLOCK));
    block = FloatBuffer.allocate(frames).flip();
    made = FloatBuffer.allocate((int) Math.ceil(frames * factor) + 1).flip();
  }

  @Override
  public int rateHz() {
    return rateHz;
  }

  @Override
  public int read(float[] out, int offset, int length) throws AudioException {
    while (samplesOut < samplesInAll && !made.hasRemaining()) {
      if (!makeMore()) {
        return -1;
      }
    }
    if (samplesOut == samplesInAll) {
      return -1;
    }
    int got = (int) Math.min(Math.min(made.remaining(), length), samplesInAll - samplesOut);
    for (int i = offset; i < offset + got; i++) {
      // A sinc overshoots beside a clipped peak; samples stay in [-1, 1].
      out[i] = Math.max(-1f, Math.min(1f, made.get()));
    }
    samplesOut += got;
    return got;
  }

  @Override
  public void close() {
    input.close();
  }

  /** Returns false when the last sample has been made. */
  private boolean makeMore() throws AudioException {
    if (!block.hasRemaining() && samplesInAll == NOT_YET) {
      refill();
    }
    made.clear();
    boolean last = samplesInAll != NOT_YET;
    boolean exhausted = resampler.process(factor, block, last, made);
    made.flip();
    return !(last && exhausted);
  }

  private void refill() throws AudioException {
    block.clear();
    while (block.hasRemaining() && samplesInAll == NOT_YET) {
      int got = input.read(block.array(), block.position(), block.remaining());
      if (got < 0) {
        samplesInAll = Math.round((framesIn + block.position()) * factor);
      } else {
        block.position(block.position() + got);
      }
    }
    block.flip();
    framesIn += block.limit();
  }
}
