package org.analognets.demo.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.analognets.analog.converter.Converter;
import org.analognets.training.evaluation.DriftExperiment;
import org.analognets.training.evaluation.DriftExperiment.Plan;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.analognets.training.evaluation.DriftExperiment.Score;

/**
 * Shows an experiment's scores as they come: a step of the bar for each, a line once all chips of a
 * width and age are there.
 */
final class LiveScores implements DriftExperiment.Journal, AutoCloseable {
  private final Map<Double, String> ageNames;
  private final int chips;
  private final PrintWriter err;
  private final Progress progress;
  private final Map<String, Map<Integer, Double>> waiting = new HashMap<>();

  /**
   * Nothing has come yet.
   *
   * @param ageNames how the user wrote each age, by seconds
   */
  LiveScores(Plan plan, Map<Double, String> ageNames, PrintWriter err) {
    this.ageNames = new LinkedHashMap<>(ageNames);
    this.chips = plan.chips();
    this.err = err;
    for (var accelerator : plan.accelerators()) {
      plan.agesSeconds()
          .forEach(age -> waiting.put(key(accelerator.converter(), age), new TreeMap<>()));
    }
    progress = Progress.of("evaluating", "scores", (long) waiting.size() * chips);
  }

  @Override
  public Optional<Double> known(Converter converter, double ageSeconds, int chip) {
    return Optional.empty();
  }

  @Override
  public void measured(Score score) {
    Map<Integer, Double> arrived = waiting.get(key(score.converter(), score.ageSeconds()));
    // A journal may hold more ages, widths and chips than are asked for now.
    if (arrived == null || score.chip() >= chips || arrived.containsKey(score.chip())) {
      return;
    }
    arrived.put(score.chip(), score.accuracy());
    progress.step();
    if (arrived.size() == chips) {
      print(new Result(score.converter(), score.ageSeconds(), List.copyOf(arrived.values())));
    }
  }

  private void print(Result result) {
    err.printf(
        Locale.ROOT,
        "%s, %s: %.2f %% (deviation %.2f, %d %s)%n",
        result.converter().isIdeal() ? "ideal converters" : result.converter().bits() + " bit",
        Objects.requireNonNull(ageNames.get(result.ageSeconds())),
        100 * result.mean(),
        100 * result.deviation(),
        chips,
        chips == 1 ? "chip" : "chips");
    err.flush();
  }

  private static String key(Converter converter, double ageSeconds) {
    return converter.label() + "," + ageSeconds;
  }

  @Override
  public void close() {
    progress.close();
  }
}
