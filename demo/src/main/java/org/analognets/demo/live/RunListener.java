package org.analognets.demo.live;

import org.analognets.analog.chip.Inference;
import org.analognets.pipeline.Decided;
import org.analognets.pipeline.FeatureWindow;
import org.analognets.pipeline.WakeEvent;
import org.analognets.pipeline.WakeListener;
import org.analognets.pipeline.decision.PosteriorSmoother;

/**
 * Hears one run for its sensor, and is deaf once that run is over. Smooths posteriors as the decision
 * does, so that onlookers see what is compared with the threshold.
 */
final class RunListener implements WakeListener {
  private final LiveSensor sensor;
  private final SensorListener listener;
  private final PosteriorSmoother smoother;
  private int recording;
  private volatile boolean over;

  RunListener(LiveSensor sensor, SensorListener listener) {
    this.sensor = sensor;
    this.listener = listener;
    smoother =
        new PosteriorSmoother(
            sensor.chip().labels().size(),
            sensor.settings().decision().smoothingCount(sensor.settings().hopSeconds()));
  }

  /** The run is over. */
  void end() {
    over = true;
  }

  boolean over() {
    return over;
  }

  @Override
  public void woke(WakeEvent event) {
    if (!over) {
      listener.woke(event);
    }
  }

  @Override
  public void decided(Decided decided) {
    if (!over) {
      sensor.noteRunning();
      listener.read(reading(decided.scored().window(), decided.scored().inference()));
    }
  }

  private Reading reading(FeatureWindow window, Inference inference) {
    if (window.recording() != recording) {
      recording = window.recording();
      smoother.reset();
    }
    smoother.add(inference.posteriors());
    float[] scores = new float[inference.posteriors().length];
    for (int label = 0; label < scores.length; label++) {
      scores[label] = (float) smoother.score(label);
    }
    return new Reading(
        window.features(),
        inference,
        scores,
        System.currentTimeMillis(),
        (System.nanoTime() - window.capturedNanos()) * 1e-9);
  }

  @Override
  public void sourceLost(String source, Throwable cause) {
    if (!over) {
      sensor.noteLost(String.valueOf(cause.getMessage()));
    }
  }
}
