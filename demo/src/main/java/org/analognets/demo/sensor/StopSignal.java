package org.analognets.demo.sensor;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C (or a plain kill) end a session instead of the process: asks it to stop, waits until
 * it has printed its summaries, then ends the process with exit code 0, for stopping a sensor is no
 * failure. A session that doesn't end in time is cut off.
 */
public final class StopSignal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CUT_OFF = 1;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile int exitCode = CUT_OFF;

  private StopSignal(Runnable stop) {
    hook = new Thread(() -> endSession(stop), "stop-signal");
  }

  /** From now on a signal asks the session to stop. */
  public static StopSignal asks(Runnable stop) {
    StopSignal signal = new StopSignal(stop);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void endSession(Runnable stop) {
    stop.run();
    try {
      ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The JVM would end with 128 + the signal's number.
    Runtime.getRuntime().halt(exitCode);
  }

  /** The session ended well: everything is printed. */
  public void endedWell() {
    exitCode = 0;
  }

  /** The session is over; a signal means the process again. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException signalled) {
      // Shutting down already: the hook ends the process.
    }
  }
}
