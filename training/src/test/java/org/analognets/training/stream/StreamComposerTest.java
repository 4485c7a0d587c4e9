package org.analognets.training.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.random.Randoms;
import org.analognets.training.dataset.Clip;
import org.analognets.training.dataset.Sounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamComposerTest {
  private static final int RATE = 16_000;
  private static final double FRAME_SECONDS = 0.01;
  private static final List<Clip> WORDS = List.of(word("yes", 1), word("no", 3), word("go", 2));

  private static final StreamComposer COMPOSER = new StreamComposer(1.5, 0.5, 2, 10);

  /** A word of 0.4 s after 0.2 s of silence, in a clip of a second. */
  private static Clip word(String word, int loudness) {
    short[] samples = new short[RATE];
    short[] tone = Sounds.tone(400, (int) (0.4 * RATE));
    for (int i = 0; i < tone.length; i++) {
      samples[i + RATE / 5] = (short) (tone[i] / 8 * loudness);
    }
    return Sounds.clip(word, "1.wav", samples);
  }

  private static List<Clip> whiteNoise() {
    RandomGenerator random = Randoms.derive(1, "white noise");
    short[] samples = new short[3 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (1000 * random.nextGaussian());
    }
    return List.of(Sounds.clip("_background_noise_", "white.wav", samples));
  }

  @Test
  void utterancesLieWhereTheWordsAre() {
    Recording recording = COMPOSER.compose(WORDS, List.of(), 1);
    assertThat(recording.utterances())
        .extracting(Utterance::word)
        .containsExactly("yes", "no", "go");
    float[] rest = recording.samples().clone();
    for (Utterance u : recording.utterances()) {
      assertThat(u.endSeconds() - u.startSeconds()).isCloseTo(0.4, within(2 * FRAME_SECONDS));
      int from = (int) Math.round(u.startSeconds() * RATE);
      int to = (int) Math.round(u.endSeconds() * RATE);
      assertThat(power(recording.samples(), from, to)).isPositive();
      java.util.Arrays.fill(rest, from, to, 0f);
    }
    assertThat(rest).as("nothing is said elsewhere").containsOnly(0f);
  }

  @Test
  void leadAndPausesAreAsLongAsAsked() {
    List<Utterance> said = COMPOSER.compose(WORDS, whiteNoise(), 2).utterances();
    assertThat(said.get(0).startSeconds()).isCloseTo(1.5 + 0.2, within(FRAME_SECONDS));
    for (int i = 0; i + 1 < said.size(); i++) {
      double between = said.get(i + 1).startSeconds() - said.get(i).startSeconds();
      assertThat(between).isBetween(1.5 - FRAME_SECONDS, 3 + FRAME_SECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 10, 0})
  void wordsStandAboveTheNoiseByTheRatioAsked(double snrDecibels) {
    StreamComposer composer = new StreamComposer(1, 0.5, 1, snrDecibels);
    assertThat(snr(composer, WORDS)).isCloseTo(snrDecibels, within(0.5));
  }

  /** The same seed without noise gives the words alone; the difference is the noise alone. */
  private static double snr(StreamComposer composer, List<Clip> words) {
    Recording noisy = composer.compose(words, whiteNoise(), 3);
    Recording clean = composer.compose(words, List.of(), 3);
    float[] noise = noisy.samples().clone();
    for (int i = 0; i < noise.length; i++) {
      noise[i] -= clean.samples()[i];
    }
    double wordPower = 0;
    for (Utterance u : clean.utterances()) {
      wordPower +=
          power(
                  clean.samples(),
                  (int) Math.round(u.startSeconds() * RATE),
                  (int) Math.round(u.endSeconds() * RATE))
              / clean.utterances().size();
    }
    return 10 * Math.log10(wordPower / power(noise, 0, noise.length));
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i] / (to - from);
    }
    return sum;
  }

  @Test
  void aSeedRepeatsItsRecordingAndAnotherSeedGivesAnother() {
    Recording recording = COMPOSER.compose(WORDS, whiteNoise(), 4);
    Recording again = COMPOSER.compose(WORDS, whiteNoise(), 4);
    assertThat(again.samples()).isEqualTo(recording.samples());
    assertThat(again.utterances()).isEqualTo(recording.utterances());
    assertThat(COMPOSER.compose(WORDS, whiteNoise(), 5).utterances())
        .isNotEqualTo(recording.utterances());
  }

  @Test
  void aRecordingThatWouldClipIsTurnedDownAsAWhole() {
    StreamComposer loud = new StreamComposer(0, 0, 0, -20);
    float[] samples = loud.compose(WORDS, whiteNoise(), 6).samples();
    float most = 0;
    for (float s : samples) {
      most = Math.max(most, Math.abs(s));
    }
    assertThat(most).isCloseTo(0.95f, within(1e-5f));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0, 10", "0, -1, 0, 10", "0, 2, 1, 10", "NaN, 0, 0, 10", "0, 0, 0, NaN"})
  void settingsThatMakeNoRecordingAreRefused(
      double lead, double shortest, double longest, double snr) {
    assertThatThrownBy(() -> new StreamComposer(lead, shortest, longest, snr))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("composer: ");
  }

  @Test
  void aClipTooShortForAWordIsNamed() {
    Clip tooShort = Sounds.clip("yes", "short.wav", new short[100]);
    assertThatThrownBy(() -> COMPOSER.compose(List.of(tooShort), List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yes/short.wav");
  }
}
