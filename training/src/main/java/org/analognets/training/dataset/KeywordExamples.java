package org.analognets.training.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.analognets.analog.random.Randoms;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.training.engine.ExampleSource;

/**
 * Training examples for keyword spotting: every keyword clip once an epoch, and shares of unknown
 * words and of silence, all augmented and turned into MFCCs.
 */
public final class KeywordExamples implements ExampleSource {
  private final List<Clip> keywords;
  private final List<List<Clip>> otherWords;
  private final List<Clip> others;
  private final List<Clip> extras;
  private final List<Clip> noises;
  private final LabelSet labels;
  private final SoundAugmentation augmentation;
  private final long seed;
  private final int unknowns;
  private final int silences;

  /**
   * @param data the clips of its training split are used
   * @param unknownShare part of the examples that are other words, before {@code silenceShare}
   * @param silenceShare part of the examples that are background noise alone
   */
  public KeywordExamples(
      SpeechCommands data,
      LabelSet labels,
      SoundAugmentation augmentation,
      double unknownShare,
      double silenceShare,
      long seed) {
    this.labels = labels;
    this.augmentation = augmentation;
    this.seed = seed;
    List<Clip> training = data.clips(Split.TRAINING);
    this.keywords = training.stream().filter(c -> labels.isKeyword(c.word())).toList();
    this.others = training.stream().filter(c -> !labels.isKeyword(c.word())).toList();
    Map<String, List<Clip>> byWord = new TreeMap<>();
    for (Clip clip : others) {
      byWord.computeIfAbsent(clip.word(), w -> new ArrayList<>()).add(clip);
    }
    this.otherWords = List.copyOf(byWord.values());
    this.extras = data.extras();
    this.noises = data.noises();
    double rest = 1 - unknownShare - silenceShare;
    this.unknowns = others.isEmpty() ? 0 : (int) Math.round(keywords.size() / rest * unknownShare);
    this.silences = (int) Math.round(keywords.size() / rest * silenceShare);
  }

  @Override
  public int examplesPerEpoch() {
    return keywords.size() + unknowns + silences;
  }

  @Override
  public Reader reader() {
    Mfcc mfcc = new Mfcc();
    float[] sound = new float[Mfcc.CLIP_SAMPLES];
    float[] scratch = new float[Mfcc.CLIP_SAMPLES];
    return (epoch, index, features, target) -> {
      RandomGenerator random = Randoms.derive(seed, "example", epoch, index);
      ExampleSource.certain(draw(epoch, index, random, sound, scratch), target);
      mfcc.matrix(sound, sound.length, features);
      augmentation.disturb(features, random);
    };
  }

  /** Every epoch visits the examples in an order of its own. */
  private int draw(int epoch, int index, RandomGenerator random, float[] sound, float[] scratch) {
    int n = examplesPerEpoch();
    int place = Permutation.of(Randoms.key(seed, "order", epoch), n, index % n);
    if (place < keywords.size()) {
      Clip clip = keywords.get(place);
      augmentation.speech(clip.samples(), noises, random, sound, scratch);
      return labels.of(clip.word());
    }
    if (place < keywords.size() + unknowns) {
      unknown(random, sound, scratch);
      return labels.of("");
    }
    augmentation.silence(noises, random, sound);
    return labels.silence();
  }

  /**
   * Half of the unknowns by clip and a fifth by word, so that rare words are heard too; the rest are
   * stretches of further speech and keywords played backwards.
   */
  private void unknown(RandomGenerator random, float[] sound, float[] scratch) {
    double kind = random.nextDouble();
    if (kind < 0.1 && !extras.isEmpty()) {
      augmentation.stretch(pick(extras, random).samples(), noises, random, sound, scratch);
    } else if (kind < 0.2) {
      augmentation.backwards(pick(keywords, random).samples(), noises, random, sound, scratch);
    } else if (kind < 0.45) {
      List<Clip> word = otherWords.get(random.nextInt(otherWords.size()));
      augmentation.speech(pick(word, random).samples(), noises, random, sound, scratch);
    } else {
      augmentation.speech(pick(others, random).samples(), noises, random, sound, scratch);
    }
  }

  private static Clip pick(List<Clip> clips, RandomGenerator random) {
    return clips.get(random.nextInt(clips.size()));
  }
}
