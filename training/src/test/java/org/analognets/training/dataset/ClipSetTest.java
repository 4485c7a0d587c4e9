package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipSetTest {
  private static final LabelSet LABELS = LabelSet.ofKeywords(List.of("yes", "no"));
  private static final List<Clip> NOISE =
      List.of(Sounds.clip("_background_noise_", "hum.wav", Sounds.tone(50, 64_000)));

  private final SpeechCommands data = new SpeechCommands(clips(), NOISE, List.of());

  /** 40 keyword clips and 30 of other words, each with a value of its own. */
  private static List<Clip> clips() {
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clips.add(Sounds.clip("yes", i + ".wav", Sounds.constant(1000 + i, 16_000)));
      clips.add(Sounds.clip("no", i + ".wav", Sounds.constant(2000 + i, 9_000)));
    }
    for (int i = 0; i < 30; i++) {
      clips.add(Sounds.clip("bird", i + ".wav", Sounds.constant(3000 + i, 16_000)));
    }
    return clips;
  }

  private static int count(ClipSet set, int label) {
    return (int) Arrays.stream(set.labels()).filter(l -> l == label).count();
  }

  @Test
  void unknownAndSilenceAreATenthOfTheSetEach() {
    ClipSet set = ClipSet.of(data, data.clips(), LABELS, 1);
    assertThat(set.size()).isEqualTo(50);
    assertThat(count(set, LABELS.silence())).isEqualTo(5);
    assertThat(count(set, LABELS.of("bird"))).isEqualTo(5);
    assertThat(count(set, LABELS.of("yes"))).isEqualTo(20);
    assertThat(count(set, LABELS.of("no"))).isEqualTo(20);
  }

  @Test
  void everyKeywordClipIsInOnceAndOtherWordsAtMostOnce() {
    ClipSet set = ClipSet.of(data, data.clips(), LABELS, 1);
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      if (set.labels()[i] != LABELS.silence()) {
        words.add(Math.round(set.samples().get(i)[0] * 32768));
      }
    }
    assertThat(words).doesNotHaveDuplicates().hasSize(45);
  }

  @Test
  void aShortClipIsFollowedByZeros() {
    ClipSet set = ClipSet.of(data, data.clips(), LABELS, 1);
    int no = 1;
    assertThat(set.labels()[no]).isEqualTo(LABELS.of("no"));
    assertThat(set.samples().get(no)).hasSize(16_000);
    assertThat(set.samples().get(no)[8_999]).isEqualTo(2000 / 32768f);
    assertThat(set.samples().get(no)[9_000]).isZero();
  }

  @Test
  void aSeedRepeatsItsSetAndAnotherSeedGivesAnother() {
    ClipSet set = ClipSet.of(data, data.clips(), LABELS, 1);
    ClipSet again = ClipSet.of(data, data.clips(), LABELS, 1);
    assertThat(again.labels()).isEqualTo(set.labels());
    for (int i = 0; i < set.size(); i++) {
      assertThat(Arrays.equals(again.samples().get(i), set.samples().get(i))).isTrue();
    }
    ClipSet other = ClipSet.of(data, data.clips(), LABELS, 2);
    assertThat(Arrays.equals(other.samples().get(49), set.samples().get(49))).isFalse();
  }

  @Test
  void withoutNoiseSilenceIsZeros() {
    SpeechCommands quiet = new SpeechCommands(clips(), List.of(), List.of());
    ClipSet set = ClipSet.of(quiet, quiet.clips(), LABELS, 1);
    assertThat(set.labels()[49]).isEqualTo(LABELS.silence());
    assertThat(set.samples().get(49)).containsOnly(0f);
  }

  @Test
  void aSetWithoutAnyKeywordIsRefused() {
    List<Clip> birds = data.clips().stream().filter(c -> c.word().equals("bird")).toList();
    assertThatThrownBy(() -> ClipSet.of(data, birds, LABELS, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yes, no")
        .hasMessageContaining("30 clips");
  }
}
