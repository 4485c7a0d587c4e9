package org.analognets.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.metrics.EnergyMeters;
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
  private final EnergyMeters energyMeters;
  private final StreamMeters streamMeters;
  private final WakeListener listener;

  private final AtomicLong inferences = new AtomicLong();
  private final AtomicLong wakeEvents = new AtomicLong();
  private final AtomicLong droppedFrames = new AtomicLong();

  /** Only the stream adds to it, hence always in the same order. */
  private final DoubleAdder energyJoules = new DoubleAdder();

  StreamAccount(
      String model, EnergyMeters energyMeters, StreamMeters streamMeters, WakeListener listener) {
    this.model = model;
    this.energyMeters = energyMeters;
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

  void inferred(ScoredWindow scored) {
    EnergyReport energy = scored.inference().energy();
    inferences.incrementAndGet();
    energyJoules.add(energy.totalJoules());
    energyMeters.inference(
        energy.dacJoules(), energy.adcJoules(), energy.latencySeconds(), energy.operations());
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
    listener.sourceLost(source, cause);
  }

  @Override
  public void sourceRestarted(String source) {
    streamMeters.sourceRestart();
    listener.sourceRestarted(source);
  }
}
