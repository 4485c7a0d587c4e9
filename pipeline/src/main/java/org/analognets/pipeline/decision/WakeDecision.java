package org.analognets.pipeline.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns a row of posteriors every hop into detections.
 *
 * <p>A label fires when its smoothed posterior is the highest of all and reaches the threshold, the
 * mean is over enough results, the refractory time of the last detection (of any label) is over and
 * the label is armed. Firing disarms it; it is armed again once its smoothed posterior has fallen
 * below the re-arm level. So a held score fires once, and a repeated word fires again.
 *
 * <p>Allocates only when it fires. Not thread-safe.
 */
public final class WakeDecision implements Decision {

  private final DecisionSettings settings;
  private final Threshold threshold;
  private final List<String> labels;
  private final PosteriorSmoother smoother;
  private final boolean[] muted;
  private final boolean[] armed;
  private double quietUntilSeconds = Double.NEGATIVE_INFINITY;

  /** A decision that has seen nothing, and keeps to the threshold of its settings. */
  public WakeDecision(DecisionSettings settings, List<String> labels, double hopSeconds) {
    this(settings, new Threshold(settings.threshold()), labels, hopSeconds);
  }

  /**
   * A decision that has seen nothing.
   *
   * @param threshold counts instead of that of the settings, and may change between two results
   * @param labels the network's labels, in the order of its posteriors
   * @param hopSeconds time between two results
   * @throws IllegalArgumentException if there are no labels, or if the smoothing window can't hold
   *     the minimum count at this hop, so that nothing would ever fire
   */
  public WakeDecision(
      DecisionSettings settings, Threshold threshold, List<String> labels, double hopSeconds) {
    this.settings = settings;
    this.threshold = threshold;
    this.labels = List.copyOf(labels);
    settings.requireHop(hopSeconds);
    smoother = new PosteriorSmoother(this.labels.size(), settings.smoothingCount(hopSeconds));
    muted = new boolean[this.labels.size()];
    for (int label = 0; label < muted.length; label++) {
      muted[label] = settings.mutedLabels().contains(this.labels.get(label));
    }
    armed = new boolean[muted.length];
    Arrays.fill(armed, true);
  }

  /**
   * Takes in the result of the next window.
   *
   * @param posteriors one for each label
   * @param streamSeconds the stream's time at the window's end; never falls from call to call
   * @return what was recognised just now, if anything
   */
  @Override
  public Optional<Detection> decide(float[] posteriors, double streamSeconds) {
    smoother.add(posteriors);
    rearm();
    int best = smoother.best();
    if (!fires(best, streamSeconds)) {
      return Optional.empty();
    }
    armed[best] = false;
    quietUntilSeconds = streamSeconds + settings.refractorySeconds();
    return Optional.of(new Detection(labels.get(best), smoother.score(best), streamSeconds));
  }

  private void rearm() {
    double level = settings.rearmLevel(threshold.score());
    for (int label = 0; label < armed.length; label++) {
      armed[label] |= smoother.score(label) < level;
    }
  }

  private boolean fires(int label, double streamSeconds) {
    return smoother.count() >= settings.minimumCount()
        && !muted[label]
        && armed[label]
        && smoother.score(label) >= threshold.score()
        && streamSeconds >= quietUntilSeconds;
  }

  /**
   * Begins anew after a break in the sound: earlier results no longer count and every label is
   * armed. A refractory time that is running goes on.
   */
  @Override
  public void reset() {
    smoother.reset();
    Arrays.fill(armed, true);
  }
}
