package org.analognets.pipeline;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.metrics.ChipMeters;
import org.analognets.metrics.EnergyMeters;
import org.analognets.metrics.Meters;
import org.analognets.metrics.PipelineMeters;
import org.analognets.metrics.SourceMeters;
import org.analognets.pipeline.capture.AudioFrame;
import org.analognets.pipeline.capture.CaptureListener;

/**
 * Keeps one stream's books: adds up its summary, feeds the meters, passes on to the listener.
 *
 * <p>Drops come from the capture thread, everything else from the stream; a summary may be asked
 * for by any thread.
 */
final class StreamAccount implements CaptureListener {

  private final String model;
  private final EnergyMeters energyMeters;
  private final ChipMeters chipMeters;
  private final PipelineMeters pipelineMeters;
  private final SourceMeters sourceMeters;
  private final WakeListener listener;

  private final AtomicLong inferences = new AtomicLong();
  private final AtomicLong wakeEvents = new AtomicLong();
  private final AtomicLong droppedFrames = new AtomicLong();
  private final AtomicLong soundSamples = new AtomicLong();

  /** Only the stream adds to it, hence always in the same order. */
  private final DoubleAdder energyJoules = new DoubleAdder();

  StreamAccount(String model, Collection<String> wakeLabels, Meters meters, WakeListener listener) {
    this.model = model;
    energyMeters = meters.energy(model);
    chipMeters = meters.chip(model);
    pipelineMeters = meters.pipeline(model, wakeLabels);
    sourceMeters = meters.source(model);
    this.listener = listener;
  }

  StreamSummary summary() {
    return new StreamSummary(
        model,
        inferences.get(),
        wakeEvents.get(),
        energyJoules.sum(),
        droppedFrames.get(),
        (double) soundSamples.get() / Mfcc.SAMPLE_RATE_HZ);
  }

  void heard(AudioFrame frame) {
    sourceMeters.frame();
    soundSamples.addAndGet(frame.soundSamples());
    pipelineMeters.audio((double) frame.soundSamples() / Mfcc.SAMPLE_RATE_HZ);
  }

  void inferred(ScoredWindow scored) {
    EnergyReport energy = scored.inference().energy();
    inferences.incrementAndGet();
    energyJoules.add(energy.totalJoules());
    energyMeters.inference(
        energy.dacJoules(), energy.adcJoules(), energy.latencySeconds(), energy.operations());
    chipMeters.age(scored.inference().ageSeconds());
  }

  void decided(Decided decided) {
    long capturedNanos = decided.scored().window().capturedNanos();
    pipelineMeters.decision((System.nanoTime() - capturedNanos) * 1e-9);
    listener.decided(decided);
  }

  void woke(WakeEvent event) {
    wakeEvents.incrementAndGet();
    pipelineMeters.wakeEvent(event.label());
    listener.woke(event);
  }

  /** The stream is over: nothing comes from its source any more. */
  void ended() {
    sourceMeters.lost();
  }

  @Override
  public void frameDropped() {
    droppedFrames.incrementAndGet();
    pipelineMeters.droppedFrame();
  }

  @Override
  public void sourceLost(String source, Throwable cause) {
    sourceMeters.lost();
    listener.sourceLost(source, cause);
  }

  @Override
  public void sourceRestarted(String source) {
    pipelineMeters.sourceRestart();
    sourceMeters.reopening();
    listener.sourceRestarted(source);
  }
}
