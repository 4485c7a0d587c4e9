package org.analognets.demo.live;

import java.util.function.UnaryOperator;
import org.analognets.analog.chip.Inference;
import org.analognets.pipeline.Decided;
import org.analognets.pipeline.FeatureWindow;
import org.analognets.pipeline.WakeEvent;
import org.analognets.pipeline.WakeListener;
import org.analognets.pipeline.capture.PictureFrame;

/** Hears one run for its sensor, and is deaf once that run is over. */
final class RunListener implements WakeListener {
  private final LiveSensor sensor;
  private final SensorListener listener;
  private final UnaryOperator<float[]> scores;
  private volatile boolean over;

  RunListener(LiveSensor sensor, SensorListener listener, UnaryOperator<float[]> scores) {
    this.sensor = sensor;
    this.listener = listener;
    this.scores = scores;
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
  public void saw(PictureFrame frame) {
    if (!over) {
      sensor.noteRunning();
      listener.saw(frame.picture());
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
    return new Reading(
        window.features(),
        inference,
        scores.apply(inference.posteriors()),
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
