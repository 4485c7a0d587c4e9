package org.analognets.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.analognets.analog.random.Randoms;

/** Accuracy of the averaged parameters on fixed examples, on a trainer's shards. */
final class Validator {
  private final float[][] features;
  private final int[] labels;

  Validator(float[][] features, int[] labels) {
    this.features = features;
    this.labels = labels;
  }

  int size() {
    return labels.length;
  }

  /** Share of right answers, in 0..1. */
  double accuracy(Trainer trainer, int bits, WeightNoise noise, long seed) {
    List<Callable<Integer>> work = new ArrayList<>();
    int shards = Trainer.SHARDS;
    for (int i = 0; i < shards; i++) {
      int from = labels.length * i / shards;
      int to = labels.length * (i + 1) / shards;
      Shard shard = trainer.shards().get(i);
      work.add(() -> correct(shard, from, to, bits, noise, seed));
    }
    return trainer.runAll(work).stream().mapToInt(Integer::intValue).sum() / (double) labels.length;
  }

  private int correct(Shard shard, int from, int to, int bits, WeightNoise noise, long seed) {
    int correct = 0;
    for (int start = from; start < to; start += shard.capacity()) {
      int samples = Math.min(shard.capacity(), to - start);
      for (int s = 0; s < samples; s++) {
        shard.setInput(s, features[start + s]);
      }
      shard.forward(
          samples, new Pass(false, true, bits, noise, Randoms.derive(seed, "validation", start)));
      for (int s = 0; s < samples; s++) {
        correct += shard.best(s) == labels[start + s] ? 1 : 0;
      }
    }
    return correct;
  }
}
