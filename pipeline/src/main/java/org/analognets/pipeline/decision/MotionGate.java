package org.analognets.pipeline.decision;

/**
 * Lets only those pictures through to the chip that differ from the last one that got through.
 *
 * <p>Difference is the mean over all places of |Y - Y'|, with luminance Y = 0.299 R + 0.587 G +
 * 0.114 B (ITU-R BT.601). As it is taken to the last inferred picture and not to the last one seen, a
 * creeping change adds up until it counts.
 *
 * <p>After a motion the gate stays open for some pictures, so that what the motion began is decided
 * in a scene that has come to rest; and a scene that stays still is looked at again from time to
 * time. Not thread-safe.
 */
public final class MotionGate {

  private static final int CHANNELS = 3;
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private final MotionGateSettings settings;
  private final int picturesAfterMotion;
  private float[] inferred = new float[0];
  private float[] candidate = new float[0];
  private boolean sawAny;
  private double inferredSeconds;
  private int openFor;

  /**
   * A gate that has seen nothing, so that it lets the first picture through.
   *
   * @param picturesAfterMotion pictures let through from a motion on, at least 1
   */
  public MotionGate(MotionGateSettings settings, int picturesAfterMotion) {
    if (picturesAfterMotion < 1) {
      throw new IllegalArgumentException(
          "at least 1 picture must pass at a motion: " + picturesAfterMotion);
    }
    this.settings = settings;
    this.picturesAfterMotion = picturesAfterMotion;
  }

  /**
   * Whether a picture is worth an inference; if so, the next ones are compared with it.
   *
   * @param tensor height x width x red, green, blue, values 0..1, always of the same size
   * @param streamSeconds the stream's time; never falls from call to call
   */
  public boolean opens(float[] tensor, double streamSeconds) {
    takeLuminance(tensor);
    if (!sawAny || difference() >= settings.threshold()) {
      openFor = picturesAfterMotion;
    }
    boolean due = streamSeconds - inferredSeconds >= settings.longestSeconds();
    if (openFor == 0 && !due) {
      return false;
    }
    openFor = Math.max(0, openFor - 1);
    sawAny = true;
    inferredSeconds = streamSeconds;
    float[] old = inferred;
    inferred = candidate;
    candidate = old;
    return true;
  }

  private void takeLuminance(float[] tensor) {
    int places = tensor.length / CHANNELS;
    if (candidate.length != places) {
      candidate = new float[places];
    }
    for (int place = 0, at = 0; place < places; place++, at += CHANNELS) {
      candidate[place] = RED * tensor[at] + GREEN * tensor[at + 1] + BLUE * tensor[at + 2];
    }
  }

  private double difference() {
    double sum = 0;
    for (int place = 0; place < candidate.length; place++) {
      sum += Math.abs(candidate[place] - inferred[place]);
    }
    return sum / candidate.length;
  }

  /** After a break in the view the next picture passes, whatever it shows. */
  public void reset() {
    sawAny = false;
  }
}
