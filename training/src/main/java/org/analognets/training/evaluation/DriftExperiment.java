package org.analognets.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
import org.analognets.analog.random.Randoms;

/**
 * Accuracy of programmed chips as they age: every width of converters, every age, several chips.
 *
 * <p>A chip is programmed once and aged through all ages; its devices depend on (seed, chip) only, so
 * that widths are compared on the same devices. Read noise is drawn afresh for every inference. Chips
 * are spread over threads; results do not depend on how many.
 */
public final class DriftExperiment {

  /**
   * What is run.
   *
   * @param accelerators one for each width
   * @param models the network of each accelerator
   * @param agesSeconds ages in the order they are reached
   * @param chips how many are programmed for each accelerator
   * @param seed master seed
   * @param threads chips that are simulated at the same time
   */
  public record Plan(
      List<AonCim> accelerators,
      List<Model> models,
      List<Double> agesSeconds,
      int chips,
      long seed,
      int threads) {

    public Plan {
      accelerators = List.copyOf(accelerators);
      models = List.copyOf(models);
      agesSeconds = List.copyOf(agesSeconds);
      if (accelerators.size() != models.size()) {
        throw new IllegalArgumentException("experiment: one model for each accelerator");
      }
      if (accelerators.stream().map(AonCim::converter).distinct().count() != accelerators.size()) {
        throw new IllegalArgumentException("experiment: every width of converters only once");
      }
      if (chips < 1) {
        throw new IllegalArgumentException("experiment: chips must be 1 or more, were " + chips);
      }
      if (threads < 1) {
        throw new IllegalArgumentException(
            "experiment: threads must be 1 or more, were " + threads);
      }
    }
  }

  /** One chip at one age and width. */
  public record Score(Converter converter, double ageSeconds, int chip, double accuracy) {}

  /** Told each score as it comes, one call at a time; may know scores of an interrupted run. */
  public interface Journal {

    /** A score of an earlier, interrupted run of the same plan. */
    Optional<Double> known(Converter converter, double ageSeconds, int chip);

    /** A score that was just measured. */
    void measured(Score score);
  }

  /** All chips at one age and width. */
  public record Result(Converter converter, double ageSeconds, List<Double> accuracies) {

    public Result {
      accuracies = List.copyOf(accuracies);
    }

    /** Mean over chips. */
    public double mean() {
      return accuracies.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Deviation among chips (n - 1); zero for a single one. */
    public double deviation() {
      double mean = mean();
      double squares = accuracies.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
      return accuracies.size() < 2 ? 0 : Math.sqrt(squares / (accuracies.size() - 1));
    }
  }

  /** One width at one age: a row of the result. */
  private record Setting(Converter converter, double ageSeconds) {}

  private DriftExperiment() {}

  /** Runs the plan; results come by width, then age. */
  public static List<Result> run(Plan plan, LabelledTensors set, Journal journal)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(plan.threads());
    try {
      ExecutorCompletionService<List<Score>> work = new ExecutorCompletionService<>(workers);
      int jobs = 0;
      for (int a = 0; a < plan.accelerators().size(); a++) {
        AonCim accelerator = plan.accelerators().get(a);
        Model model = plan.models().get(a);
        for (int c = 0; c < plan.chips(); c++) {
          int chip = c;
          work.submit(() -> life(plan, accelerator, model, chip, set, journal));
          jobs++;
        }
      }
      List<Score> scores = new ArrayList<>();
      for (int j = 0; j < jobs; j++) {
        scores.addAll(work.take().get());
      }
      return collect(plan, scores);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** One chip from programming through all ages. */
  private static List<Score> life(
      Plan plan, AonCim accelerator, Model model, int index, LabelledTensors set, Journal journal) {
    List<Score> scores = new ArrayList<>();
    Converter converter = accelerator.converter();
    Chip chip = null;
    for (double age : plan.agesSeconds()) {
      Optional<Double> known;
      synchronized (journal) {
        known = journal.known(converter, age, index);
      }
      if (known.isPresent()) {
        scores.add(new Score(converter, age, index, known.get()));
        continue;
      }
      if (chip == null) {
        chip = accelerator.program(model, Randoms.key(plan.seed(), "chip", index));
      }
      Score score = new Score(converter, age, index, accuracy(chip, age, set));
      scores.add(score);
      synchronized (journal) {
        journal.measured(score);
      }
    }
    return scores;
  }

  /** Inference numbers derive from the age, so they do not depend on which other ages are asked for. */
  private static double accuracy(Chip chip, double age, LabelledTensors set) {
    int correct = 0;
    for (int i = 0; i < set.size(); i++) {
      long number = Randoms.key(Double.doubleToLongBits(age), "evaluation", i);
      correct += chip.infer(set.tensors().get(i), age, number).best() == set.labels()[i] ? 1 : 0;
      if (Thread.interrupted()) {
        throw new IllegalStateException("evaluation was interrupted");
      }
    }
    return correct / (double) set.size();
  }

  private static List<Result> collect(Plan plan, List<Score> scores) {
    Map<Setting, double[]> table = new LinkedHashMap<>();
    for (AonCim accelerator : plan.accelerators()) {
      for (double age : plan.agesSeconds()) {
        table.put(new Setting(accelerator.converter(), age), new double[plan.chips()]);
      }
    }
    for (Score s : scores) {
      double[] accuracies =
          Objects.requireNonNull(table.get(new Setting(s.converter(), s.ageSeconds())));
      accuracies[s.chip()] = s.accuracy();
    }
    List<Result> results = new ArrayList<>();
    table.forEach(
        (setting, accuracies) ->
            results.add(
                new Result(
                    setting.converter(),
                    setting.ageSeconds(),
                    Arrays.stream(accuracies).boxed().toList())));
    return results;
  }
}
