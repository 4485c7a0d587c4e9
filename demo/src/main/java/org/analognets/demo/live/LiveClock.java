package org.analognets.demo.live;

import java.util.function.LongSupplier;
import org.analognets.demo.sensor.ChipClock;

/**
 * A chip's age that goes on by the wall clock times a speed, and that a user may set. It stops at
 * {@value #OLDEST_SECONDS} s, one year. Safe for use by several threads.
 */
public final class LiveClock {
  /** The youngest age that can be set: drift is counted from here. */
  public static final double YOUNGEST_SECONDS = 25;

  /** The oldest age, one year. */
  public static final double OLDEST_SECONDS = 31_536_000;

  /** The fastest clock: a year in about three seconds. */
  public static final double HIGHEST_SPEED = 1e7;

  /** Ageing an array takes tens of milliseconds: however fast the clock, no oftener than this. */
  private static final long STEP_NANOS = 200_000_000;

  private final LongSupplier nanoTime;
  private double baseSeconds;
  private long baseNanos;
  private double speed = 1;

  private double arraySeconds;
  private long arrayNanos;
  private boolean wasSet = true;

  /** A clock that runs from now on. */
  public LiveClock(double startSeconds) {
    this(startSeconds, System::nanoTime);
  }

  LiveClock(double startSeconds, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.baseSeconds = startSeconds;
    this.baseNanos = nanoTime.getAsLong();
  }

  /** Seconds since programming, now. */
  public synchronized double ageSeconds() {
    double age = baseSeconds + (nanoTime.getAsLong() - baseNanos) * 1e-9 * speed;
    return Math.min(age, Math.max(baseSeconds, OLDEST_SECONDS));
  }

  /** How many seconds the chip ages in one. */
  public synchronized double speed() {
    return speed;
  }

  /**
   * Makes the chip younger or older.
   *
   * @throws IllegalArgumentException when the age is not {@value #YOUNGEST_SECONDS} s to one year
   */
  public synchronized void set(double newAgeSeconds) {
    if (!(newAgeSeconds >= YOUNGEST_SECONDS && newAgeSeconds <= OLDEST_SECONDS)) {
      throw new IllegalArgumentException(
          "age: must be 25 to 31536000 seconds (a year), was " + newAgeSeconds);
    }
    start(newAgeSeconds);
    wasSet = true;
  }

  /**
   * Makes the clock faster or slower; 0 stops it.
   *
   * @throws IllegalArgumentException when it is negative or above {@value #HIGHEST_SPEED}
   */
  public synchronized void setSpeed(double newSpeed) {
    if (!(newSpeed >= 0 && newSpeed <= HIGHEST_SPEED)) {
      throw new IllegalArgumentException(
          "clock speed: must be 0 to 10000000 seconds a second, was " + newSpeed);
    }
    start(ageSeconds());
    speed = newSpeed;
  }

  private void start(double seconds) {
    baseSeconds = seconds;
    baseNanos = nanoTime.getAsLong();
  }

  /**
   * The age that the array should have now: the true one as soon as it was set, else in steps, as
   * {@link ChipClock} explains, and never oftener than five times a second.
   */
  public synchronized double arrayAgeSeconds() {
    double age = ageSeconds();
    long now = nanoTime.getAsLong();
    boolean due = age >= arraySeconds * ChipClock.STEP && now - arrayNanos >= STEP_NANOS;
    if (wasSet || due) {
      wasSet = false;
      arraySeconds = age;
      arrayNanos = now;
    }
    return arraySeconds;
  }
}
