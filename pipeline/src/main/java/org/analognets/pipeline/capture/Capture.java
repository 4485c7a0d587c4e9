package org.analognets.pipeline.capture;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one run captures, over all openings of its source: which frames, and where they are in time.
 * One capture thread at a time uses it; the next one goes on where the last one stopped.
 *
 * @param <T> a frame
 */
abstract class Capture<T> {

  private final AtomicInteger openings = new AtomicInteger();

  /** One opening of the source, read in order by one thread. */
  interface Frames<T> extends AutoCloseable {

    /**
     * The next frame; blocks until there is one.
     *
     * @return empty at the end of a file; a live source has no end, so there it is an error
     */
    Optional<T> next() throws IOException, InterruptedException;

    /** Ends a blocked {@link #next}. Closing twice does nothing. */
    @Override
    void close();
  }

  /** The source's name. */
  abstract String name();

  /** Whether frames arrive by the clock and are lost when nobody takes them. */
  abstract boolean live();

  /** How many frames a file has in a second of real time. */
  abstract double framesPerSecond();

  /** How many frames a paced file may catch up at once, so that late timers don't add up. */
  abstract int pacingBurst();

  /** The same frame, captured now: what waits in a file has not been heard or seen yet. */
  abstract T capturedNow(T frame);

  abstract Frames<T> openSource() throws IOException;

  /** Opens the source anew. */
  final Frames<T> open() throws IOException {
    Frames<T> opened = openSource();
    openings.incrementAndGet();
    return opened;
  }

  /** Whether the source was ever opened. */
  final boolean wasOpened() {
    return openings.get() > 0;
  }

  /** Which opening the frames are from, counted from 1. */
  final int recording() {
    return openings.get();
  }
}
