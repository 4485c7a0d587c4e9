package org.analognets.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.metrics.EnergyMeters;
import org.analognets.metrics.Meters;
import org.analognets.metrics.SourceMeters;
import org.analognets.metrics.StreamMeters;
import org.analognets.pipeline.capture.CaptureListener;

/**
 * Keeps one stream's books: adds up its summary, feeds the meters, passes on to the listener.
 *
 * <p>Drops come from the capture thread, everything else from the stream; a summary may be asked
 * for by any thread.
 *
 * @param <S> what is added up
 */
abstract class StreamAccount<S extends SensorSummary> implements CaptureListener {

  private final String model;
  private final ChipAccount chip;
  private final EnergyMeters energyMeters;
  private final SourceMeters sourceMeters;
  private final StreamMeters streamMeters;
  private final WakeListener listener;

  private final AtomicLong inferences = new AtomicLong();
  private final AtomicLong wakeEvents = new AtomicLong();
  private final AtomicLong droppedFrames = new AtomicLong();

  /** Only the stream adds to it, hence always in the same order. */
  private final DoubleAdder energyJoules = new DoubleAdder();

  StreamAccount(
      Recognizer recognizer, Meters meters, StreamMeters streamMeters, WakeListener listener) {
    model = recognizer.model();
    chip = new ChipAccount(recognizer, meters.chip(model));
    energyMeters = meters.energy(model);
    sourceMeters = meters.source(model);
    this.streamMeters = streamMeters;
    this.listener = listener;
  }

  abstract S summary();

  final String model() {
    return model;
  }

  final long inferences() {
    return inferences.get();
  }

  final long wakeEvents() {
    return wakeEvents.get();
  }

  final double energyJoules() {
    return energyJoules.sum();
  }

  final long droppedFrames() {
    return droppedFrames.get();
  }

  /** The source gave a frame, which has come this far. */
  final void sourceGave() {
    sourceMeters.frame();
  }

  /** The stream is over: nothing comes from its source any more. */
  final void ended() {
    sourceMeters.lost();
  }

  void inferred(ScoredWindow scored) {
    EnergyReport energy = scored.inference().energy();
    inferences.incrementAndGet();
    energyJoules.add(energy.totalJoules());
    energyMeters.inference(
        energy.dacJoules(), energy.adcJoules(), energy.latencySeconds(), energy.operations());
    chip.inferred(scored.inference());
  }

  void decided(Decided decided) {
    long capturedNanos = decided.scored().window().capturedNanos();
    streamMeters.decision((System.nanoTime() - capturedNanos) * 1e-9);
    listener.decided(decided);
  }

  void woke(WakeEvent event) {
    wakeEvents.incrementAndGet();
    streamMeters.wakeEvent(event.label());
    listener.woke(event);
  }

  @Override
  public void frameDropped() {
    droppedFrames.incrementAndGet();
    streamMeters.droppedFrame();
  }

  @Override
  public void sourceLost(String source, Throwable cause) {
    sourceMeters.lost();
    listener.sourceLost(source, cause);
  }

  @Override
  public void sourceRestarted(String source) {
    streamMeters.sourceRestart();
    sourceMeters.reopening();
    listener.sourceRestarted(source);
  }
}
