package org.analognets.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.analognets.analog.device.PcmModel;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final StepPlan PLAN =
      new StepPlan(
          3e-3,
          6,
          WeightNoise.devices(new PcmModel(), 25, 86_400),
          new Objective(0.05, 0.5, 1),
          2,
          0.3,
          0.9);

  /** All parameters and averages after some steps on so many threads. */
  private static List<float[]> trained(int threads) {
    TrainedNetwork network = TinyNetworks.random(TinyNetworks.everyLayer(), 1);
    network.layers().forEach(layer -> layer.frozenMax = layer.weightMax(layer.weights.value));
    network.layers().forEach(layer -> layer.logDacRange.fill(0.5f));
    network.logGain().fill(1f);
    List<TrainedNetwork> teachers =
        List.of(
            TinyNetworks.random(TinyNetworks.everyLayer(), 2),
            TinyNetworks.random(TinyNetworks.chain(), 3));
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Trainer trainer = new Trainer(network, teachers, 16, 1e-3, 7, workers);
      SyntheticExamples examples = new SyntheticExamples(160);
      List<ExampleSource.Reader> readers = List.of(examples.reader(), examples.reader());
      for (int step = 0; step < 8; step++) {
        trainer.step(PLAN, readers, 0, step);
      }
    } finally {
      workers.shutdown();
    }
    return network.all().stream().flatMap(p -> List.of(p.value, p.average).stream()).toList();
  }

  @Test
  void resultsAreBitForBitTheSameOnOneAndTwoThreads() {
    List<float[]> one = trained(1);
    List<float[]> two = trained(2);
    assertThat(one.get(0)).isNotEqualTo(new float[one.get(0).length]);
    for (int i = 0; i < one.size(); i++) {
      assertThat(two.get(i)).isEqualTo(one.get(i));
    }
  }

  @Test
  void everyTrainedParameterMoves() {
    TrainedNetwork start = TinyNetworks.random(TinyNetworks.everyLayer(), 1);
    List<float[]> end = trained(2);
    List<Parameter> all = start.all();
    for (int i = 0; i < all.size(); i++) {
      boolean unused = all.get(i).name.matches("dense\\.(gamma|mean|variance)");
      if (!unused) {
        assertThat(end.get(2 * i)).as(all.get(i).name).isNotEqualTo(all.get(i).value);
      }
    }
  }

  @Test
  void paddingColumnsStayZero() {
    TrainedNetwork network = TinyNetworks.random(TinyNetworks.everyLayer(), 1);
    float[] weights = trained(2).get(0);
    LayerParameters layer = network.layers().get(0);
    assertThat(network.all().get(0)).isSameAs(layer.weights);
    for (int i = 0; i < weights.length; i++) {
      if (i % layer.columnStride >= layer.layer.columns()) {
        assertThat(weights[i]).isZero();
      }
    }
  }

  @Test
  void aReadersFailureReachesTheCallerAsItIs() {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      Trainer trainer =
          new Trainer(
              TinyNetworks.random(TinyNetworks.chain(), 1), List.of(), 16, 1e-3, 7, workers);
      ExampleSource.Reader broken =
          (epoch, index, features, target) -> {
            throw new IllegalArgumentException("clip 7 is broken");
          };
      assertThatThrownBy(() -> trainer.step(PLAN, List.of(broken, broken), 0, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("clip 7 is broken");
    } finally {
      workers.shutdown();
    }
  }

  /** Against the equations of the paper, in double precision. */
  @Test
  void adamWMovesAsPublished() {
    Parameter decaying = new Parameter("decaying", 3, true);
    Parameter free = new Parameter("free", 3, false);
    AdamW optimiser = new AdamW(0.1);
    RandomGenerator random = Randoms.derive(1, "gradients");
    double[] m = new double[3];
    double[] v = new double[3];
    double[] expectedDecaying = {1, -2, 3};
    double[] expectedFree = {1, -2, 3};
    for (int i = 0; i < 3; i++) {
      decaying.value[i] = (float) expectedDecaying[i];
      free.value[i] = (float) expectedFree[i];
    }
    for (int t = 1; t <= 20; t++) {
      for (int i = 0; i < 3; i++) {
        float g = (float) (random.nextGaussian() + i);
        decaying.gradient[i] = g;
        free.gradient[i] = g;
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        double move =
            0.01
                * (m[i] / (1 - Math.pow(0.9, t)))
                / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
        expectedDecaying[i] = expectedDecaying[i] * (1 - 0.01 * 0.1) - move;
        expectedFree[i] -= move;
      }
      optimiser.step(List.of(decaying, free), 0.01);
    }
    for (int i = 0; i < 3; i++) {
      assertThat((double) decaying.value[i]).isCloseTo(expectedDecaying[i], within(1e-5));
      assertThat((double) free.value[i]).isCloseTo(expectedFree[i], within(1e-5));
    }
  }

  @Test
  void posteriorsOfHugeLogitsStayFinite() {
    double[] p = Objective.softmax(new float[] {1e30f, -1e30f, 1e30f}, 0, 3, 1);
    assertThat(p).containsExactly(0.5, 0, 0.5);
  }
}
