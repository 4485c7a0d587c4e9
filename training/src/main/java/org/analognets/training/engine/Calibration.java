package org.analognets.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.analognets.analog.random.Randoms;

/** First converter ranges, and final batch statistics, from passes over training examples. */
final class Calibration {
  private static final double PERCENTILE = 0.999;

  private Calibration() {}

  /**
   * Starts r_DAC of each layer at the 99.9th percentile of its inputs, and S at the median over layers
   * of the 99.9th percentile of the normalised column sums: S is one constant for all
   * layers (AnalogNets).
   */
  static void startRanges(Trainer trainer, ExampleSource examples, long seed) {
    Shard shard = trainer.shards().get(0);
    fill(shard, examples.reader(), 0);
    shard.forward(shard.capacity(), Pass.evaluation(0, Randoms.derive(seed, "ranges")));
    List<Double> gains = new ArrayList<>();
    for (ArrayStep step : shard.arraySteps()) {
      LayerParameters p = step.parameters();
      float dac = percentile(step.input().value, shard.capacity() * step.input().sampleStride);
      float sum = percentile(step.lastSums(), shard.capacity() * step.sumsPerSample());
      p.logDacRange.fill((float) Math.log(dac));
      gains.add((double) sum / (dac * p.weightMax(p.weights.average)));
    }
    gains.sort(null);
    trainer.network().logGain().fill((float) Math.log(gains.get(gains.size() / 2)));
  }

  /** Replaces the averaged batch statistics by those of the averaged parameters under noise. */
  static void measureStatistics(
      Trainer trainer,
      ExampleSource examples,
      int bits,
      WeightNoise noise,
      int batches,
      long seed) {
    List<LayerParameters> layers = trainer.network().layers();
    double[][] means = new double[layers.size()][];
    double[][] variances = new double[layers.size()][];
    for (int l = 0; l < layers.size(); l++) {
      means[l] = new double[layers.get(l).columnStride];
      variances[l] = new double[layers.get(l).columnStride];
    }
    List<ExampleSource.Reader> readers = new ArrayList<>();
    for (int i = 0; i < Trainer.SHARDS; i++) {
      readers.add(examples.reader());
    }
    for (int b = 0; b < batches; b++) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < Trainer.SHARDS; i++) {
        Shard shard = trainer.shards().get(i);
        ExampleSource.Reader reader = readers.get(i);
        int index = b * Trainer.SHARDS + i;
        work.add(
            () -> {
              fill(shard, reader, index * shard.capacity());
              shard.forward(
                  shard.capacity(),
                  new Pass(true, true, bits, noise, Randoms.derive(seed, "statistics", index)));
              return null;
            });
      }
      trainer.runAll(work);
      for (Shard shard : trainer.shards()) {
        for (int l = 0; l < layers.size(); l++) {
          shard.arraySteps().get(l).norm().addStatistics(means[l], variances[l]);
        }
      }
    }
    int n = batches * Trainer.SHARDS;
    for (int l = 0; l < layers.size(); l++) {
      LayerParameters p = layers.get(l);
      for (int c = 0; p.batchNorm && c < p.columnStride; c++) {
        p.mean.average[c] = (float) (means[l][c] / n);
        p.variance.average[c] = (float) (variances[l][c] / n);
      }
    }
  }

  private static void fill(Shard shard, ExampleSource.Reader reader, int from) {
    float[] features = new float[shard.inputSize()];
    float[] target = new float[shard.classes()];
    for (int s = 0; s < shard.capacity(); s++) {
      reader.read(0, from + s, features, target);
      shard.setInput(s, features);
    }
  }

  private static float percentile(float[] values, int length) {
    float[] magnitudes = new float[length];
    int n = 0;
    for (int i = 0; i < length; i++) {
      if (values[i] != 0f) {
        magnitudes[n++] = Math.abs(values[i]);
      }
    }
    Arrays.sort(magnitudes, 0, n);
    return Math.max(n == 0 ? 0f : magnitudes[(int) (PERCENTILE * (n - 1))], 1e-6f);
  }
}
