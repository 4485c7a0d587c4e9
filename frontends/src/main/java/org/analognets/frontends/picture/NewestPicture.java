package org.analognets.frontends.picture;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Room for the newest picture between a thread that brings picture files and one that takes them;
 * what isn't taken in time gives way to the next.
 */
final class NewestPicture {
  private byte @Nullable [] picture;
  private @Nullable BrokenPictureException broken;
  private @Nullable PictureException failure;
  private boolean wanted;
  private boolean closed;

  /** Brings a picture. */
  synchronized void put(byte[] bytes) {
    picture = bytes;
    broken = null;
    wanted = false;
    notifyAll();
  }

  /** Brings news of a broken picture. */
  synchronized void put(BrokenPictureException e) {
    picture = null;
    broken = e;
    wanted = false;
    notifyAll();
  }

  /** Says that no more will come, after what is there. */
  synchronized void fail(PictureException e) {
    failure = e;
    notifyAll();
  }

  /** Waits until someone waits for a picture or this is closed. */
  synchronized void awaitReader() throws InterruptedException {
    while (!wanted && !closed) {
      wait();
    }
  }

  /**
   * Takes the newest picture, waiting for one that wasn't taken before.
   *
   * @return null when none came in time or this was closed
   */
  synchronized byte @Nullable [] take(int seconds) throws PictureException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    if (picture == null && broken == null) {
      wanted = true;
      notifyAll();
    }
    while (picture == null && broken == null && failure == null && !closed) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return null;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
    }
    return taken();
  }

  private byte @Nullable [] taken() throws PictureException {
    byte[] bytes = picture;
    BrokenPictureException bad = broken;
    picture = null;
    broken = null;
    if (bad != null) {
      throw bad;
    }
    if (bytes == null && failure != null) {
      throw failure;
    }
    return bytes;
  }

  /** Ends all waiting. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
