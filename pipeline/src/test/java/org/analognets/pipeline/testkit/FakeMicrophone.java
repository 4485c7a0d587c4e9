package org.analognets.pipeline.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;

/**
 * A live source that gives what it is told to, when it is told to. A read blocks until then. The
 * samples of its n-th frame, counted over all openings from 1, all have the value n.
 */
public final class FakeMicrophone implements AudioSource {

  private static final long PATIENCE_SECONDS = 20;

  private enum Order {
    FRAME,
    FAIL,
    END
  }

  private final Queue<Order> orders = new ArrayDeque<>();
  private final List<Long> openedNanos = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private int failingOpens;
  private int reads;
  private int closed;
  private int frames;

  /** Gives so many frames to whoever reads. */
  public synchronized void deliver(int count) {
    for (int i = 0; i < count; i++) {
      orders.add(Order.FRAME);
    }
    notifyAll();
  }

  /** Fails the next read after what was delivered. */
  public synchronized void breakDown() {
    orders.add(Order.FAIL);
    notifyAll();
  }

  /** Ends the sound after what was delivered, without a failure. */
  public synchronized void end() {
    orders.add(Order.END);
    notifyAll();
  }

  /** Lets the next openings fail. */
  public synchronized void failOpening(int times) {
    failingOpens = times;
  }

  /** Waits until the n-th read has begun, so that all frames before it were taken in. */
  public synchronized void awaitRead(int number) throws InterruptedException {
    await(() -> reads >= number);
  }

  /** Waits until as many recordings were closed. */
  public synchronized void awaitClosed(int number) throws InterruptedException {
    await(() -> closed >= number);
  }

  /** When each opening was tried, failed ones too. */
  public synchronized List<Long> openedNanos() {
    return List.copyOf(openedNanos);
  }

  /** Names of the threads that opened, read and closed. */
  public synchronized List<String> threads() {
    return List.copyOf(threads);
  }

  private void await(BooleanSupplier reached) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!reached.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("waited in vain: reads " + reads + ", closed " + closed);
      }
      wait(left);
    }
  }

  @Override
  public String name() {
    return "fake microphone";
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public synchronized AudioStream open() throws AudioException {
    openedNanos.add(System.nanoTime());
    threads.add(Thread.currentThread().getName());
    if (failingOpens > 0) {
      failingOpens--;
      throw new AudioException("fake microphone: no such device");
    }
    return new Recording();
  }

  private synchronized int read(Recording recording, float[] samples)
      throws AudioException, InterruptedException {
    threads.add(Thread.currentThread().getName());
    reads++;
    notifyAll();
    while (recording.open && orders.isEmpty()) {
      wait();
    }
    Order order = recording.open ? orders.remove() : Order.END;
    if (order == Order.FAIL) {
      throw new AudioException("fake microphone: unplugged");
    }
    Arrays.fill(samples, order == Order.FRAME ? ++frames : 0);
    return order == Order.FRAME ? samples.length : -1;
  }

  private synchronized void close(Recording recording) {
    threads.add(Thread.currentThread().getName());
    if (recording.open) {
      recording.open = false;
      closed++;
      notifyAll();
    }
  }

  private final class Recording implements AudioStream {
    private boolean open = true;

    @Override
    public int read(float[] samples) throws AudioException {
      try {
        return FakeMicrophone.this.read(this, samples);
      } catch (InterruptedException e) {
        throw new AudioException("fake microphone: interrupted", e);
      }
    }

    @Override
    public void close() {
      FakeMicrophone.this.close(this);
    }
  }
}
