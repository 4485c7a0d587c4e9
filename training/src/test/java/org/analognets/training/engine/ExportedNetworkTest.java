package org.analognets.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DigitalReference;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.IdealModel;
import org.analognets.analog.model.ConverterRanges;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.Network;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What training computed, and what a chip computes with the model it handed over. */
class ExportedNetworkTest {
  private static final int SAMPLES = 64;

  static List<Network> networks() {
    return List.of(TinyNetworks.chain(), TinyNetworks.everyLayer());
  }

  /** A few steps, so that weights, batch statistics and ranges are no longer what they began as. */
  private static TrainedNetwork trained(Network architecture, int bits) {
    TrainedNetwork network = TinyNetworks.random(architecture, 1);
    ExecutorService workers = Executors.newFixedThreadPool(1);
    try {
      Trainer trainer = new Trainer(network, List.of(), 32, 1e-3, 7, workers);
      SyntheticExamples examples = new SyntheticExamples(320);
      network.layers().forEach(layer -> layer.frozenMax = layer.weightMax(layer.weights.value));
      Calibration.startRanges(trainer, examples, 7);
      List<ExampleSource.Reader> readers = List.of(examples.reader(), examples.reader());
      StepPlan plan =
          new StepPlan(1e-2, bits, WeightNoise.none(), new Objective(0, 0, 1), 2, 0, 0.5);
      for (int step = 0; step < 10; step++) {
        trainer.step(plan, readers, 0, step);
      }
      Calibration.measureStatistics(trainer, examples, bits, WeightNoise.none(), 3, 7);
    } finally {
      workers.shutdown();
    }
    return network;
  }

  private static Model model(TrainedNetwork network, int bits) {
    TrainedModel trained = TrainedModel.of(network, bits, 0, 0);
    return new Model(
        trained.network(),
        new ConverterRanges(trained.gain(), trained.dacRanges(), trained.weightMax()),
        bits,
        Map.of());
  }

  /** The engine's logits in evaluation: averaged parameters, averaged statistics. */
  private static float[][] logits(Shard shard, int bits) {
    shard.forward(SAMPLES, Pass.evaluation(bits, Randoms.derive(1, "unused")));
    float[][] logits = new float[SAMPLES][shard.classes()];
    for (int s = 0; s < SAMPLES; s++) {
      System.arraycopy(shard.logits(), s * shard.logitStride(), logits[s], 0, shard.classes());
    }
    return logits;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void foldedItComputesWhatTheEngineEvaluates(Network architecture) {
    TrainedNetwork network = trained(architecture, 0);
    Shard shard = new Shard(network, SAMPLES);
    float[][] inputs = TinyNetworks.fill(shard, 9);
    float[][] expected = logits(shard, 0);
    DigitalReference reference = new DigitalReference(model(network, 0));
    for (int s = 0; s < SAMPLES; s++) {
      assertThat(reference.logits(inputs[s])).containsExactly(expected[s], within(1e-4f));
    }
  }

  /**
   * Chip and engine scale differently on the way to a converter, so now and then a number falls on
   * the other side of a rounding edge: that moves a logit by far less than its range.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void aChipOfIdealDevicesComputesWhatTheEngineEvaluatesWithConverters(Network architecture) {
    for (int bits : new int[] {8, 4}) {
      TrainedNetwork network = trained(architecture, bits);
      Shard shard = new Shard(network, SAMPLES);
      float[][] inputs = TinyNetworks.fill(shard, 9);
      float[][] expected = logits(shard, bits);
      float[][] unquantized = logits(shard, 0);
      Chip chip =
          AonCim.defaults()
              .withDeviceModel(new IdealModel())
              .withConverter(Converter.bits(bits))
              .program(model(network, bits), 1);
      double difference = 0;
      double effect = 0;
      int otherAnswers = 0;
      for (int s = 0; s < SAMPLES; s++) {
        var inference = chip.infer(inputs[s], 25);
        for (int c = 0; c < expected[s].length; c++) {
          difference += Math.abs(inference.logits()[c] - expected[s][c]);
          effect += Math.abs(unquantized[s][c] - expected[s][c]);
        }
        otherAnswers += inference.best() == best(expected[s]) ? 0 : 1;
      }
      assertThat(otherAnswers).isZero();
      assertThat(effect / SAMPLES).as("converters do something").isGreaterThan(1e-3);
      assertThat(difference).isLessThan(0.02 * effect);
    }
  }

  private static int best(float[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      best = logits[c] > logits[best] ? c : best;
    }
    return best;
  }
}
