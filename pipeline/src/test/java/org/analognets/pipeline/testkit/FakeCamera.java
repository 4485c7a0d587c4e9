package org.analognets.pipeline.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;

/** A camera that shows what it is told to, when it is told to. A reader waits until then. */
public final class FakeCamera implements FrameSource {

  private static final long PATIENCE_SECONDS = 20;

  /** What the next reader gets. */
  private interface Order {
    Optional<Picture> answer() throws PictureException;
  }

  private final Queue<Order> orders = new ArrayDeque<>();
  private final List<String> threads = new ArrayList<>();
  private int failingOpens;
  private int reads;
  private int closed;

  /** Shows grey pictures to whoever reads. */
  public void show(int... levels) {
    for (Picture picture : Pictures.greys(levels)) {
      order(() -> Optional.of(picture));
    }
  }

  /** Shows a broken picture. */
  public void showBroken() {
    order(
        () -> {
          throw new BrokenPictureException("fake camera: half a picture");
        });
  }

  /** Fails the next read after what was shown. */
  public void breakDown() {
    order(
        () -> {
          throw new PictureException("fake camera: unplugged");
        });
  }

  /** Ends the stream after what was shown, without a failure. */
  public void end() {
    order(Optional::empty);
  }

  private synchronized void order(Order order) {
    orders.add(order);
    notifyAll();
  }

  /** Lets the next openings fail. */
  public synchronized void failOpening(int times) {
    failingOpens = times;
  }

  /** Waits until the n-th read has begun, so that all pictures before it were taken in. */
  public synchronized void awaitRead(int number) throws InterruptedException {
    await(() -> reads >= number);
  }

  /** Waits until as many openings were closed. */
  public synchronized void awaitClosed(int number) throws InterruptedException {
    await(() -> closed >= number);
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
    return "fake camera";
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public synchronized FrameStream open() throws PictureException {
    threads.add(Thread.currentThread().getName());
    if (failingOpens > 0) {
      failingOpens--;
      throw new PictureException("fake camera: no such device");
    }
    return new View();
  }

  private synchronized Optional<Picture> read(View view)
      throws PictureException, InterruptedException {
    threads.add(Thread.currentThread().getName());
    reads++;
    notifyAll();
    while (view.open && orders.isEmpty()) {
      wait();
    }
    return view.open ? orders.remove().answer() : Optional.empty();
  }

  private synchronized void close(View view) {
    threads.add(Thread.currentThread().getName());
    if (view.open) {
      view.open = false;
      closed++;
      notifyAll();
    }
  }

  private final class View implements FrameStream {
    private boolean open = true;

    @Override
    public Optional<Picture> next() throws PictureException {
      try {
        return FakeCamera.this.read(this);
      } catch (InterruptedException e) {
        throw new PictureException("fake camera: interrupted", e);
      }
    }

    @Override
    public void close() {
      FakeCamera.this.close(this);
    }
  }
}
