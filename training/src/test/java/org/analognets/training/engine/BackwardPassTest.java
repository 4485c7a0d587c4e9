package org.analognets.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.analognets.analog.network.Network;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine's hand-written gradients beside those that ND4J's SameDiff finds by itself.
 *
 * <p>The engine computes in float, SameDiff in double: they may differ by float's rounding over a
 * few layers, far below {@value #TOLERANCE} of a gradient's length.
 */
class BackwardPassTest {
  private static final double TOLERANCE = 1e-4;
  private static final int SAMPLES = 6;
  private static final int[] LABELS = {0, 1, 2, 2, 1, 0};

  private static final float[] UNMIXED = new float[SAMPLES];

  private final TrainedNetwork network = TinyNetworks.random(TinyNetworks.everyLayer(), 3);
  private final Shard shard = new Shard(network, SAMPLES);
  private final float[][] inputs = TinyNetworks.fill(shard, 4);
  private final float[][] teacher = teacherLogits();
  private float[] mixed = UNMIXED;

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "0.1, 0, 1", "0.05, 0.7, 1", "0.1, 0.4, 2.5"})
  void lossAndGradientsAreThoseOfAnIndependentAutodiff(
      double labelSmoothing, double teacherShare, double temperature) {
    Objective objective = new Objective(labelSmoothing, teacherShare, temperature);
    double loss = run(objective, pass(0, WeightNoise.none()));
    assertAgrees(loss, objective, 0, Map.of());
  }

  @Test
  void aMixedExampleIsJudgedByBothItsLabels() {
    mixed = new float[] {0, 0.3f, 0.1f, 0.25f, 0.5f, 0.2f};
    float[][] unmixed = TinyNetworks.fill(shard, 4);
    shard.mixInputs(mixed);
    for (int s = 0; s < SAMPLES; s++) {
      for (int i = 0; i < inputs[s].length; i++) {
        inputs[s][i] = (1 - mixed[s]) * unmixed[s][i] + mixed[s] * unmixed[(s + 1) % SAMPLES][i];
      }
    }
    Objective objective = new Objective(0.05, 0.7, 1);
    double loss = run(objective, pass(0, WeightNoise.none()));
    assertAgrees(loss, objective, 0, Map.of());
  }

  @Test
  void gradientsAreTakenAtTheNoisyWeightsAndBelongToTheCleanOnes() {
    Map<String, float[]> clean = weights();
    Map<String, float[]> offsets = offsets();
    Objective objective = new Objective(0.1, 0, 1);
    double loss = run(objective, pass(0, new FixedOffsets(offsets)));
    assertAgrees(loss, objective, 0, offsets);
    weights().forEach((name, values) -> assertThat(values).as(name).isEqualTo(clean.get(name)));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 6, 4})
  void convertersPassGradientsStraightThroughAndMoveTheirRanges(int bits) {
    rangesThatClip();
    Map<String, float[]> offsets = offsets();
    Objective objective = new Objective(0.1, 0.4, 2.5);
    double loss = run(objective, pass(bits, new FixedOffsets(offsets)));
    assertAgrees(loss, objective, bits, offsets);
  }

  @Test
  void clippedInputsGetNoGradientFromTheirConverter() {
    Network chain = TinyNetworks.chain();
    TrainedNetwork clipped = TinyNetworks.random(chain, 3);
    clipped.layers().forEach(layer -> layer.frozenMax = layer.weightMax(layer.weights.value));
    clipped.logGain().fill((float) Math.log(1000));
    // The second layer's DAC is narrower than any positive input it gets: ReLU leaves zeros and
    // these.
    clipped.layer("conv1").logDacRange.fill(-20f);
    Shard own = new Shard(clipped, SAMPLES);
    TinyNetworks.fill(own, 4);
    run(own, new Objective(0, 0, 1), pass(8, WeightNoise.none()));
    assertThat(own.arraySteps().get(0).weightGradient).containsOnly(0f);
    assertThat(own.arraySteps().get(1).weightGradient)
        .satisfies(g -> assertThat(norm(g)).isPositive());
  }

  private void assertAgrees(
      double loss, Objective objective, int bits, Map<String, float[]> offsets) {
    SameDiffTwin twin = new SameDiffTwin(network, shard, inputs, bits, offsets);
    double theirs = twin.loss(objective, hardTargets(objective), teacher).eval().getDouble(0);
    assertThat(loss).isCloseTo(theirs, within(TOLERANCE * theirs));
    Map<String, double[]> ours = gradients(bits);
    Map<String, double[]> expected = twin.gradients(List.copyOf(ours.keySet()));
    ours.forEach((name, gradient) -> assertClose(name, gradient, expected.get(name)));
  }

  /** Both the whole gradient's direction and length, by the norm of the difference. */
  private static void assertClose(String name, double[] gradient, double[] expected) {
    assertThat(gradient).as(name).hasSameSizeAs(expected);
    double difference = 0;
    double length = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += (gradient[i] - expected[i]) * (gradient[i] - expected[i]);
      length += expected[i] * expected[i];
    }
    assertThat(length).as("%s: a gradient that says something", name).isPositive();
    assertThat(Math.sqrt(difference / length))
        .as("%s: relative distance of gradients", name)
        .isLessThan(TOLERANCE);
  }

  private double run(Objective objective, Pass pass) {
    return run(shard, objective, pass);
  }

  private double run(Shard shard, Objective objective, Pass pass) {
    shard.forward(SAMPLES, pass);
    int stride = shard.logitStride();
    double loss = 0;
    for (int s = 0; s < SAMPLES; s++) {
      loss +=
          objective.sample(
              shard.logits(),
              s * stride,
              shard.classes(),
              certain(LABELS[s]),
              certain(second(s)),
              mixed[s],
              teacher[s],
              0,
              shard.logitGradient(),
              1.0 / SAMPLES);
    }
    shard.backward(SAMPLES, pass);
    return loss / SAMPLES;
  }

  private static float[] certain(int label) {
    float[] target = new float[TinyNetworks.LABELS.size()];
    ExampleSource.certain(label, target);
    return target;
  }

  private static int second(int sample) {
    return LABELS[(sample + 1) % SAMPLES];
  }

  private double[] hardTargets(Objective objective) {
    int classes = TinyNetworks.LABELS.size();
    double[] targets = new double[SAMPLES * classes];
    java.util.Arrays.fill(targets, objective.labelSmoothing() / classes);
    double rest = 1 - objective.labelSmoothing();
    for (int s = 0; s < SAMPLES; s++) {
      targets[s * classes + LABELS[s]] += rest * (1 - mixed[s]);
      targets[s * classes + second(s)] += rest * mixed[s];
    }
    return targets;
  }

  private static Pass pass(int bits, WeightNoise noise) {
    return new Pass(true, false, bits, noise, Randoms.derive(1, "noise"));
  }

  /** The shard's gradients without padding; those of ranges where there are converters. */
  private Map<String, double[]> gradients(int bits) {
    Map<String, double[]> all = new HashMap<>();
    double gain = 0;
    for (ArrayStep step : shard.arraySteps()) {
      LayerParameters p = step.parameters();
      int columns = p.layer.columns();
      all.put(
          p.weights.name, unpadded(step.weightGradient, p.layer.rows(), columns, p.columnStride));
      all.put(p.beta.name, unpadded(step.norm().betaGradient, 1, columns, p.columnStride));
      if (p.batchNorm) {
        all.put(p.gamma.name, unpadded(step.norm().gammaGradient, 1, columns, p.columnStride));
      }
      if (bits > 0) {
        all.put(p.logDacRange.name, new double[] {step.logDacRangeGradient});
      }
      gain += step.logGainGradient;
    }
    if (bits > 0) {
      all.put("logGain", new double[] {gain});
    }
    return all;
  }

  private static double[] unpadded(float[] values, int rows, int columns, int stride) {
    double[] out = new double[rows * columns];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i / columns * stride + i % columns];
    }
    return out;
  }

  private Map<String, float[]> weights() {
    Map<String, float[]> weights = new HashMap<>();
    network.layers().forEach(l -> weights.put(l.layer.name(), l.weights.value.clone()));
    return weights;
  }

  /** Ranges that clip some inputs and sums of every layer, and leave most inside. */
  private void rangesThatClip() {
    for (LayerParameters layer : network.layers()) {
      layer.frozenMax = layer.weightMax(layer.weights.value);
      layer.logDacRange.fill((float) Math.log(1.3));
    }
    network.logGain().fill((float) Math.log(1.1));
  }

  private Map<String, float[]> offsets() {
    RandomGenerator random = Randoms.derive(5, "offsets");
    Map<String, float[]> offsets = new HashMap<>();
    for (LayerParameters layer : network.layers()) {
      float[] offset = new float[layer.weights.value.length];
      for (int i = 0; i < offset.length; i++) {
        offset[i] = 0.1f * (float) random.nextGaussian();
      }
      offsets.put(layer.layer.name(), offset);
    }
    return offsets;
  }

  private static float[][] teacherLogits() {
    RandomGenerator random = Randoms.derive(6, "teacher");
    float[][] logits = new float[SAMPLES][TinyNetworks.LABELS.size()];
    for (float[] row : logits) {
      for (int c = 0; c < row.length; c++) {
        row[c] = (float) (2 * random.nextGaussian());
      }
    }
    return logits;
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += (double) v * v;
    }
    return Math.sqrt(sum);
  }

  /** Noise that is known beforehand: the layers' in their order, pass after pass. */
  private final class FixedOffsets implements WeightNoise {
    private final Map<String, float[]> offsets;
    private int layer;

    FixedOffsets(Map<String, float[]> offsets) {
      this.offsets = offsets;
    }

    @Override
    public void disturb(
        float[] weights, float weightMax, float[] disturbed, RandomGenerator random) {
      int index = layer++ % network.layers().size();
      float[] offset = offsets.get(network.layers().get(index).layer.name());
      for (int i = 0; i < weights.length; i++) {
        disturbed[i] = weights[i] + offset[i];
      }
    }
  }
}
