package org.analognets.frontends.sound;

/**
 * MFCCs of an endless recording: one new column for every {@value Mfcc#HOP_SAMPLES} samples pushed.
 *
 * <p>The columns are those of {@link Mfcc#matrix(float[])} over everything pushed so far, bit for
 * bit; the latest {@value Mfcc#WINDOW_COLUMNS} are kept. The first hop fills half a frame and gives
 * none. Not thread-safe; nothing is allocated after construction.
 */
public final class MfccStream {
  private static final int COLUMN = Mfcc.COEFFICIENTS;
  private static final int WINDOW = Mfcc.WINDOW_COLUMNS * COLUMN;

  private final Mfcc mfcc = new Mfcc();

  /** The previous hop, then the newest: together the newest frame. */
  private final float[] frame = new float[Mfcc.FRAME_SAMPLES];

  /** A ring of columns; the next one overwrites the oldest at {@link #next}. */
  private final float[] ring = new float[WINDOW];

  private int next;
  private long hops;

  /** Creates a stream that has heard nothing. */
  public MfccStream() {}

  /**
   * Takes the next samples.
   *
   * @param hop exactly {@value Mfcc#HOP_SAMPLES} samples, 16 kHz mono in [-1, 1]
   * @throws IllegalArgumentException when there are more or fewer
   */
  public void push(float[] hop) {
    if (hop.length != Mfcc.HOP_SAMPLES) {
      throw new IllegalArgumentException(
          "a hop has " + Mfcc.HOP_SAMPLES + " samples, not " + hop.length);
    }
    int kept = Mfcc.FRAME_SAMPLES - Mfcc.HOP_SAMPLES;
    System.arraycopy(frame, Mfcc.HOP_SAMPLES, frame, 0, kept);
    System.arraycopy(hop, 0, frame, kept, Mfcc.HOP_SAMPLES);
    hops++;
    if (samples() >= Mfcc.FRAME_SAMPLES) {
      mfcc.column(frame, 0, ring, next);
      next = (next + COLUMN) % WINDOW;
    }
  }

  /** Whether a whole window of {@value Mfcc#WINDOW_COLUMNS} columns has been heard. */
  public boolean ready() {
    return samples() >= Mfcc.CLIP_SAMPLES;
  }

  /**
   * Copies the latest window, {@value Mfcc#WINDOW_COLUMNS} x {@value Mfcc#COEFFICIENTS}, oldest
   * column first.
   *
   * @throws IllegalStateException before {@link #ready()}
   */
  public void window(float[] out) {
    if (!ready()) {
      throw new IllegalStateException(
          "a window needs " + Mfcc.CLIP_SAMPLES + " samples; only " + samples() + " came so far");
    }
    System.arraycopy(ring, next, out, 0, WINDOW - next);
    System.arraycopy(ring, 0, out, WINDOW - next, next);
  }

  /** How many samples were pushed since the start or the last {@link #reset()}. */
  public long samples() {
    return hops * Mfcc.HOP_SAMPLES;
  }

  /** Forgets everything heard. */
  public void reset() {
    next = 0;
    hops = 0;
  }
}
