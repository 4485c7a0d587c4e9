package org.analognets.training.engine;

import java.util.random.RandomGenerator;
import org.analognets.analog.random.Randoms;

/** Three patterns in noise: easy to tell apart, different in every epoch. */
final class SyntheticExamples implements ExampleSource {
  private static final double NOISE = 0.7;

  private final float[][] patterns;
  private final int examples;

  SyntheticExamples(int examples) {
    this.examples = examples;
    this.patterns = new float[TinyNetworks.LABELS.size()][TinyNetworks.INPUT.size()];
    RandomGenerator random = Randoms.derive(11, "patterns");
    for (float[] pattern : patterns) {
      for (int i = 0; i < pattern.length; i++) {
        pattern[i] = (float) random.nextGaussian();
      }
    }
  }

  @Override
  public int examplesPerEpoch() {
    return examples;
  }

  @Override
  public Reader reader() {
    return (epoch, index, features, target) -> {
      RandomGenerator random = Randoms.derive(12, "examples", epoch, index);
      int label = random.nextInt(patterns.length);
      for (int i = 0; i < features.length; i++) {
        features[i] = patterns[label][i] + (float) (NOISE * random.nextGaussian());
      }
      ExampleSource.certain(label, target);
    };
  }

  /** Examples of an epoch that nobody trains on. */
  float[][] validationFeatures(int count, int[] labels) {
    float[][] features = new float[count][TinyNetworks.INPUT.size()];
    for (int i = 0; i < count; i++) {
      float[] target = new float[TinyNetworks.LABELS.size()];
      reader().read(-1, i, features[i], target);
      labels[i] = target[0] == 1f ? 0 : target[1] == 1f ? 1 : 2;
    }
    return features;
  }
}
