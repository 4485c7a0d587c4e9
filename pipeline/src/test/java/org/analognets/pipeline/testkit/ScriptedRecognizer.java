package org.analognets.pipeline.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.analognets.analog.chip.Inference;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.pipeline.Features;
import org.analognets.pipeline.Recognizer;

/**
 * A recognizer that is sure of what a script tells it. Its n-th inference, counted from 0, costs 3
 * uJ in the DACs, 6 uJ in the ADCs and 128.83 us, at a chip age of 25 + n seconds.
 */
public final class ScriptedRecognizer implements Recognizer {

  public static final double ENERGY_JOULES = 9e-6;
  public static final double LATENCY_SECONDS = 128.83e-6;
  public static final long OPERATIONS = 77_383_440;

  private static final List<String> LABELS = List.of("_silence_", "_unknown_", "yes", "no");

  private final BiFunction<Integer, float[], String> script;
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();
  private final List<float[]> inputs = new ArrayList<>();
  private final Set<String> threads = new TreeSet<>();

  /**
   * A recognizer that follows a script.
   *
   * @param script from an inference's number and its features to the label it hears
   */
  public ScriptedRecognizer(BiFunction<Integer, float[], String> script) {
    this.script = script;
  }

  /** Hears the given words: one label for each inference, then silence. */
  public static ScriptedRecognizer hearing(List<String> labels) {
    return new ScriptedRecognizer(
        (number, features) -> number < labels.size() ? labels.get(number) : "_silence_");
  }

  /** Features of each inference so far. */
  public synchronized List<float[]> inputs() {
    return List.copyOf(inputs);
  }

  /** Names of the threads that made inferences. */
  public synchronized Set<String> threads() {
    return Set.copyOf(threads);
  }

  /** How many threads were inside at once, at most. */
  public int mostInside() {
    return mostInside.get();
  }

  @Override
  public String model() {
    return "kws";
  }

  @Override
  public List<String> labels() {
    return LABELS;
  }

  @Override
  public int inputSize() {
    return Features.WINDOW_SIZE;
  }

  @Override
  public Inference infer(float[] features) {
    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
    int number = note(features);
    float[] posteriors = sureOf(script.apply(number, features));
    inside.decrementAndGet();
    EnergyReport energy = new EnergyReport(3e-6, 6e-6, LATENCY_SECONDS, OPERATIONS);
    return new Inference(posteriors, posteriors, energy, 25.0 + number, number);
  }

  private synchronized int note(float[] features) {
    threads.add(Thread.currentThread().getName());
    inputs.add(features);
    return inputs.size() - 1;
  }

  private static float[] sureOf(String label) {
    float[] posteriors = new float[LABELS.size()];
    Arrays.fill(posteriors, 0.01f);
    posteriors[LABELS.indexOf(label)] = 0.97f;
    return posteriors;
  }
}
