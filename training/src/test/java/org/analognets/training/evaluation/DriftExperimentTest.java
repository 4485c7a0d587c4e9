package org.analognets.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.DigitalReference;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.IdealModel;
import org.analognets.analog.model.ConverterRanges;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.Affine;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Convolution;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.Kernel;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.Shape;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;
import org.analognets.training.evaluation.DriftExperiment.Plan;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.analognets.training.evaluation.DriftExperiment.Score;
import org.junit.jupiter.api.Test;

class DriftExperimentTest {
  private static final double DAY = 86_400;
  private static final double YEAR = 365 * DAY;
  private static final List<Double> AGES = List.of(25.0, DAY, YEAR);
  private static final Model MODEL = model();
  private static final LabelledTensors SET = set(60);

  /** Linear throughout: of random tensors, its answers are spread over all labels. */
  private static Model model() {
    RandomGenerator random = Randoms.derive(1, "model");
    Convolution conv =
        Convolution.untrained("conv", new Kernel(3, 3, 1), 2, 8, false)
            .with(weights(18, 8, random), Affine.identity(8));
    Dense dense = Dense.untrained("dense", 8, 4).with(weights(8, 4, random), Affine.identity(4));
    Network network =
        new Network(
            "tiny",
            new Shape(6, 5, 2),
            List.of("a", "b", "c", "d"),
            List.of(conv, new AveragePool("pool"), dense));
    ConverterRanges ranges =
        new ConverterRanges(
            6, List.of(3f, 0.6f), List.of(conv.weights().absMax(), dense.weights().absMax()));
    return new Model(network, ranges, 8, Map.of());
  }

  private static WeightMatrix weights(int rows, int columns, RandomGenerator random) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(rows));
    }
    return new WeightMatrix(rows, columns, values);
  }

  /** Random tensors; what the digital network says counts as right. */
  private static LabelledTensors set(int size) {
    RandomGenerator random = Randoms.derive(2, "tensors");
    DigitalReference reference = new DigitalReference(MODEL);
    List<float[]> tensors = new ArrayList<>();
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      float[] tensor = new float[60];
      for (int j = 0; j < tensor.length; j++) {
        tensor[j] = (float) random.nextGaussian();
      }
      tensors.add(tensor);
      labels[i] = LabelledTensors.best(reference.logits(tensor));
    }
    return new LabelledTensors(tensors, labels);
  }

  private static Plan plan(List<Double> ages, int chips, int threads) {
    return new Plan(
        List.of(
            AonCim.defaults().withConverter(Converter.bits(8)),
            AonCim.defaults().withConverter(Converter.bits(4))),
        List.of(MODEL, MODEL),
        ages,
        chips,
        7,
        threads);
  }

  /** Remembers what it is told, as a file of an interrupted run would. */
  private static final class Memory implements DriftExperiment.Journal {
    private final Map<String, Double> known = new HashMap<>();
    private final List<Score> measured = new ArrayList<>();

    private static String key(Converter converter, double age, int chip) {
      return converter.label() + " " + age + " " + chip;
    }

    @Override
    public Optional<Double> known(Converter converter, double ageSeconds, int chip) {
      return Optional.ofNullable(known.get(key(converter, ageSeconds, chip)));
    }

    @Override
    public void measured(Score score) {
      measured.add(score);
    }

    Memory resumed(int scores) {
      Memory next = new Memory();
      for (Score s : measured.subList(0, scores)) {
        next.known.put(key(s.converter(), s.ageSeconds(), s.chip()), s.accuracy());
      }
      return next;
    }
  }

  @Test
  void resultsAreTheSameOnOneAndTwoThreads() throws InterruptedException {
    List<Result> one = DriftExperiment.run(plan(AGES, 3, 1), SET, new Memory());
    List<Result> two = DriftExperiment.run(plan(AGES, 3, 2), SET, new Memory());
    assertThat(two).isEqualTo(one);
    assertThat(one.stream().flatMap(r -> r.accuracies().stream()).distinct().count())
        .as("chips differ, or this test would prove nothing")
        .isGreaterThan(4);
  }

  @Test
  void resultsComeByWidthThenAgeWithAScoreForEachChip() throws InterruptedException {
    Memory journal = new Memory();
    List<Result> results = DriftExperiment.run(plan(AGES, 2, 2), SET, journal);
    assertThat(results)
        .extracting(Result::converter)
        .extracting(Converter::label)
        .containsExactly("8", "8", "8", "4", "4", "4");
    assertThat(results)
        .extracting(Result::ageSeconds)
        .containsExactly(25.0, DAY, YEAR, 25.0, DAY, YEAR);
    assertThat(results).allSatisfy(r -> assertThat(r.accuracies()).hasSize(2));
    assertThat(journal.measured).hasSize(12);
    for (Score s : journal.measured) {
      Result row =
          results.stream()
              .filter(r -> r.converter().equals(s.converter()) && r.ageSeconds() == s.ageSeconds())
              .findFirst()
              .orElseThrow();
      assertThat(row.accuracies().get(s.chip())).isEqualTo(s.accuracy());
    }
  }

  @Test
  void idealDevicesAndConvertersScoreAsTheDigitalNetworkDoes() throws InterruptedException {
    AonCim ideal =
        AonCim.defaults().withConverter(Converter.ideal()).withDeviceModel(new IdealModel());
    Plan plan = new Plan(List.of(ideal), List.of(MODEL), AGES, 1, 7, 1);
    List<Result> results = DriftExperiment.run(plan, SET, new Memory());
    assertThat(SET.digitalAccuracy(MODEL)).isEqualTo(1);
    assertThat(results).allSatisfy(r -> assertThat(r.mean()).isEqualTo(1));
  }

  @Test
  void aScoreDoesNotDependOnWhichOtherAgesAreAskedFor() throws InterruptedException {
    List<Result> all = DriftExperiment.run(plan(AGES, 2, 2), SET, new Memory());
    List<Result> dayOnly = DriftExperiment.run(plan(List.of(DAY), 2, 2), SET, new Memory());
    assertThat(dayOnly).containsExactly(all.get(1), all.get(4));
  }

  @Test
  void knownScoresAreTakenOverAndNotMeasuredAgain() throws InterruptedException {
    Memory whole = new Memory();
    List<Result> expected = DriftExperiment.run(plan(AGES, 2, 1), SET, whole);
    Memory resumed = whole.resumed(5);
    assertThat(DriftExperiment.run(plan(AGES, 2, 2), SET, resumed)).isEqualTo(expected);
    assertThat(resumed.measured)
        .containsExactlyInAnyOrderElementsOf(whole.measured.subList(5, whole.measured.size()));

    Memory told = new Memory();
    told.known.put(Memory.key(Converter.bits(8), DAY, 1), 0.123);
    List<Result> results = DriftExperiment.run(plan(AGES, 2, 2), SET, told);
    assertThat(results.get(1).accuracies().get(1)).isEqualTo(0.123);
    assertThat(results.get(2)).isEqualTo(expected.get(2));
  }

  @Test
  void meanAndDeviationAreThoseOfASample() {
    Result result = new Result(Converter.bits(8), DAY, List.of(0.8, 0.9, 0.94));
    assertThat(result.mean()).isCloseTo(0.88, within(1e-12));
    // Squares of -0.08, 0.02, 0.06 sum to 0.0104; over n - 1 = 2.
    assertThat(result.deviation()).isCloseTo(Math.sqrt(0.0052), within(1e-12));
    assertThat(new Result(Converter.bits(8), DAY, List.of(0.8)).deviation()).isZero();
  }

  @Test
  void anInterruptedExperimentEndsAndKeepsWhatItHadMeasured() throws InterruptedException {
    AtomicReference<Throwable> end = new AtomicReference<>();
    List<Score> measured = new ArrayList<>();
    Thread[] runner = new Thread[1];
    DriftExperiment.Journal journal =
        new DriftExperiment.Journal() {
          @Override
          public Optional<Double> known(Converter converter, double ageSeconds, int chip) {
            return Optional.empty();
          }

          @Override
          public void measured(Score score) {
            measured.add(score);
            runner[0].interrupt();
          }
        };
    runner[0] =
        new Thread(
            () -> {
              try {
                DriftExperiment.run(plan(AGES, 1000, 2), set(2000), journal);
              } catch (Throwable t) {
                end.set(t);
              }
            });
    runner[0].start();
    runner[0].join(60_000);
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    synchronized (journal) {
      assertThat(measured).isNotEmpty().hasSizeLessThan(6000);
    }
  }

  @Test
  void aNetworkThatDoesNotFitIsNamedToTheCaller() {
    Plan plan =
        new Plan(List.of(AonCim.defaults().withArray(8, 8, 1)), List.of(MODEL), AGES, 1, 7, 1);
    assertThatThrownBy(() -> DriftExperiment.run(plan, SET, new Memory()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("conv");
  }

  @Test
  void plansThatCannotBeRunAreRefused() {
    AonCim cim = AonCim.defaults();
    assertRefused("chips", () -> new Plan(List.of(cim), List.of(MODEL), AGES, 0, 7, 1));
    assertRefused("threads", () -> new Plan(List.of(cim), List.of(MODEL), AGES, 1, 7, 0));
    assertRefused("one model", () -> new Plan(List.of(cim), List.of(), AGES, 1, 7, 1));
    assertRefused(
        "only once", () -> new Plan(List.of(cim, cim), List.of(MODEL, MODEL), AGES, 1, 7, 1));
    assertRefused("2 tensors and 1 labels", () -> new LabelledTensors(twoTensors(), new int[1]));
    assertRefused("0 tensors", () -> new LabelledTensors(List.of(), new int[0]));
  }

  private static List<float[]> twoTensors() {
    return List.of(new float[1], new float[1]);
  }

  private static void assertRefused(
      String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
