package org.analognets.frontends.sound;

/** One channel of samples at the rate of its origin, read in order by one thread. */
interface MonoInput extends AutoCloseable {

  /** Samples per second. */
  int rateHz();

  /**
   * Reads the next samples; blocks until there is at least one.
   *
   * @return how many samples were read, or -1 at the end
   * @throws AudioException one line naming the origin and what is wrong
   */
  int read(float[] out, int offset, int length) throws AudioException;

  /** Releases the origin; closing twice does nothing. */
  @Override
  void close();
}
