package org.analognets.demo.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.Inference;
import org.analognets.demo.sensor.ChipClock;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.MfccStream;
import org.analognets.pipeline.decision.DecisionSettings;
import org.analognets.pipeline.decision.Detection;
import org.analognets.pipeline.decision.WakeDecision;
import org.analognets.training.stream.Recording;

/**
 * Listens to a whole recording once and keeps every posterior, so that any number of decision settings
 * can be tried on the same inferences.
 *
 * <p>The parts are those of the live pipeline (MFCC stream, chip, decision), without its streams.
 */
public final class StreamEvaluation {
  private static final double HOUR_SECONDS = 3600;
  private static final double WINDOW_SECONDS = 1;

  private final List<String> labels;
  private final Recording recording;
  private final double hopSeconds;
  private final List<float[]> posteriors = new ArrayList<>();
  private final List<Double> times = new ArrayList<>();
  private double joules;

  private StreamEvaluation(List<String> labels, Recording recording, double hopSeconds) {
    this.labels = labels;
    this.recording = recording;
    this.hopSeconds = hopSeconds;
  }

  /**
   * Runs the recording through a chip that ages with it, as the live one does.
   *
   * @param ageSeconds of the chip when the recording begins
   * @param hopMillis time between inferences, a multiple of 20 ms
   * @param progress told how many samples were heard so far
   */
  public static StreamEvaluation listen(
      Chip chip, double ageSeconds, Recording recording, int hopMillis, IntConsumer progress) {
    int framesPerHop = hopMillis * Mfcc.SAMPLE_RATE_HZ / 1000 / Mfcc.HOP_SAMPLES;
    if (framesPerHop < 1
        || framesPerHop * Mfcc.HOP_SAMPLES * 1000 / Mfcc.SAMPLE_RATE_HZ != hopMillis) {
      throw new IllegalArgumentException(
          "hop: must be a multiple of 20 ms, was " + hopMillis + " ms");
    }
    StreamEvaluation evaluation =
        new StreamEvaluation(chip.model().network().labels(), recording, hopMillis / 1000.0);
    ChipClock clock = ChipClock.stream(ageSeconds, WINDOW_SECONDS, hopMillis / 1000.0);
    MfccStream stream = new MfccStream();
    float[] frame = new float[Mfcc.HOP_SAMPLES];
    float[] window = new float[Mfcc.WINDOW_COLUMNS * Mfcc.COEFFICIENTS];
    float[] samples = recording.samples();
    // A second of silence after the end lets the last word be decided, as the pipeline does.
    int frames = (samples.length + Mfcc.SAMPLE_RATE_HZ) / Mfcc.HOP_SAMPLES;
    for (int f = 0; f < frames; f++) {
      for (int i = 0; i < frame.length; i++) {
        int at = f * frame.length + i;
        frame[i] = at < samples.length ? samples[at] : 0f;
      }
      stream.push(frame);
      if (stream.ready() && (f + 1) % framesPerHop == 0) {
        stream.window(window);
        evaluation.add(chip.infer(window, clock.next()), stream.samples());
        progress.accept(Math.min(samples.length, (f + 1) * frame.length));
      }
    }
    return evaluation;
  }

  private void add(Inference inference, long samplesHeard) {
    posteriors.add(inference.posteriors());
    times.add(samplesHeard / (double) Mfcc.SAMPLE_RATE_HZ);
    joules += inference.energy().totalJoules();
  }

  /** Hits, misses and false accepts of a listener that decides so. */
  public StreamScore score(DecisionSettings settings) {
    WakeDecision decision = new WakeDecision(settings, labels, hopSeconds);
    List<Detection> detections = new ArrayList<>();
    for (int i = 0; i < posteriors.size(); i++) {
      decision.decide(posteriors.get(i), times.get(i)).ifPresent(detections::add);
    }
    Set<String> vocabulary = new HashSet<>(labels);
    vocabulary.removeAll(settings.mutedLabels());
    return StreamScore.of(detections, recording.utterances(), vocabulary, audioSeconds());
  }

  public double audioSeconds() {
    return recording.samples().length / (double) Mfcc.SAMPLE_RATE_HZ;
  }

  public int inferences() {
    return posteriors.size();
  }

  /** Joules of an hour of listening at this hop; accelerator only. */
  public double joulesPerHour() {
    return inferences() == 0 ? 0 : joules / inferences() * (HOUR_SECONDS / hopSeconds);
  }
}
