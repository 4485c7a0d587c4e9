package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.training.engine.ExampleSource;
import org.junit.jupiter.api.Test;

class KeywordExamplesTest {
  private static final LabelSet LABELS = LabelSet.ofKeywords(List.of("yes", "no"));
  private static final int KEYWORD_CLIPS = 24;
  private static final int FEATURES = Mfcc.WINDOW_COLUMNS * Mfcc.COEFFICIENTS;

  private final List<Clip> clips = clips();
  private final List<float[]> matrices = matrices(clips);
  private final SpeechCommands data =
      new SpeechCommands(
          clips,
          List.of(Sounds.clip("_background_noise_", "hum.wav", Sounds.tone(50, 64_000))),
          List.of(Sounds.clip("alexa", "1.wav", Sounds.tone(3500, 40_000))));

  /** Keywords are tones of their own pitch, so that an example tells which clip it was. */
  private static List<Clip> clips() {
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < KEYWORD_CLIPS; i++) {
      String word = i % 2 == 0 ? "yes" : "no";
      clips.add(Sounds.clip(word, i + ".wav", Sounds.tone(200 + 100 * i, 16_000)));
    }
    clips.add(Sounds.clip("bird", "0.wav", Sounds.tone(3000, 16_000)));
    clips.add(Sounds.clip("cat", "0.wav", Sounds.tone(3200, 16_000)));
    clips.add(new Clip("yes", "yes/t.wav", Split.TESTING, Sounds.tone(3800, 16_000)));
    return clips;
  }

  private static List<float[]> matrices(List<Clip> clips) {
    Mfcc mfcc = new Mfcc();
    return clips.stream().map(c -> mfcc.matrix(ClipSet.padded(c.samples()))).toList();
  }

  private KeywordExamples examples(boolean plain) {
    FeatureStatistics statistics = FeatureStatistics.of(clips);
    SoundAugmentation augmentation =
        plain
            ? new SoundAugmentation(0, 0, 0, 0, 0, 0, 0, 0, statistics)
            : SoundAugmentation.strong(statistics);
    return new KeywordExamples(data, LABELS, augmentation, 0.14, 0.06, 5);
  }

  /** The label of an example, of which it is certain. */
  private static int read(ExampleSource.Reader reader, int epoch, int index, float[] features) {
    float[] target = new float[LABELS.labels().size()];
    reader.read(epoch, index, features, target);
    int label = 0;
    while (target[label] != 1f) {
      label++;
    }
    return label;
  }

  @Test
  void unknownAndSilenceHaveTheirSharesOfAnEpoch() {
    KeywordExamples examples = examples(false);
    int n = examples.examplesPerEpoch();
    assertThat(n).isEqualTo(30);
    int[] counts = new int[4];
    ExampleSource.Reader reader = examples.reader();
    for (int i = 0; i < n; i++) {
      counts[read(reader, 0, i, new float[FEATURES])]++;
    }
    assertThat(counts).containsExactly(2, 4, 12, 12);
  }

  @Test
  void everyKeywordClipOfTrainingComesOnceAnEpochAndNoOther() {
    KeywordExamples examples = examples(true);
    ExampleSource.Reader reader = examples.reader();
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> seen = new ArrayList<>();
      for (int i = 0; i < examples.examplesPerEpoch(); i++) {
        float[] features = new float[FEATURES];
        int label = read(reader, epoch, i, features);
        if (label >= 2) {
          int clip = nearest(features);
          assertThat(LABELS.of(clips.get(clip).word())).isEqualTo(label);
          seen.add(clip);
        }
      }
      assertThat(seen).hasSize(KEYWORD_CLIPS).doesNotHaveDuplicates();
      assertThat(seen).allMatch(clip -> clips.get(clip).split() == Split.TRAINING);
    }
  }

  /** The clip whose features are nearest, volume (the first coefficient) aside. */
  private int nearest(float[] features) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int clip = 0; clip < clips.size(); clip++) {
      float[] theirs = matrices.get(clip);
      double distance = 0;
      for (int i = 0; i < features.length; i++) {
        double d = i % Mfcc.COEFFICIENTS == 0 ? 0 : features[i] - theirs[i];
        distance += d * d;
      }
      if (distance < least) {
        least = distance;
        best = clip;
      }
    }
    return best;
  }

  @Test
  void anExampleDependsOnEpochAndIndexOnlyNeverOnReaderOrThread() throws Exception {
    KeywordExamples examples = examples(false);
    int n = examples.examplesPerEpoch();
    float[][] forwards = new float[n][];
    float[][] backwards = new float[n][];
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Integer>> work =
          List.of(
              () -> readAll(examples.reader(), forwards, i -> i),
              () -> readAll(examples.reader(), backwards, i -> n - 1 - i));
      for (Future<Integer> read : threads.invokeAll(work)) {
        assertThat(read.get()).isEqualTo(n);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(backwards).isDeepEqualTo(forwards);
    assertThat(forwards[0]).isNotEqualTo(new float[FEATURES]);
  }

  private static int readAll(
      ExampleSource.Reader reader, float[][] features, IntUnaryOperator order) {
    for (int i = 0; i < features.length; i++) {
      int index = order.applyAsInt(i);
      features[index] = new float[FEATURES];
      read(reader, 3, index, features[index]);
    }
    return features.length;
  }

  @Test
  void everyEpochIsAugmentedAnew() {
    ExampleSource.Reader reader = examples(false).reader();
    float[] first = new float[FEATURES];
    float[] second = new float[FEATURES];
    for (int i = 0; i < 10; i++) {
      read(reader, 0, i, first);
      read(reader, 1, i, second);
      assertThat(second).isNotEqualTo(first);
    }
  }

  @Test
  void withoutOtherWordsThereIsNoUnknown() {
    SpeechCommands keywordsOnly =
        new SpeechCommands(clips.subList(0, KEYWORD_CLIPS), List.of(), List.of());
    SoundAugmentation augmentation =
        SoundAugmentation.strong(FeatureStatistics.of(keywordsOnly.clips()));
    KeywordExamples examples =
        new KeywordExamples(keywordsOnly, LABELS, augmentation, 0.14, 0.06, 5);
    ExampleSource.Reader reader = examples.reader();
    for (int i = 0; i < examples.examplesPerEpoch(); i++) {
      assertThat(read(reader, 0, i, new float[FEATURES])).isNotEqualTo(1);
    }
  }
}
