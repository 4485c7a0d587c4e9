package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorSystem;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.testkit.javadsl.TestKit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.pipeline.capture.AudioFrame;
import org.analognets.pipeline.testkit.Sounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

  private static ActorSystem system;

  @BeforeAll
  static void start() {
    system = ActorSystem.create("features-test");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  private static List<AudioFrame> frames(float[] sound, int recording, long startSample) {
    List<AudioFrame> frames = new ArrayList<>();
    for (int at = 0; at < sound.length; at += Mfcc.HOP_SAMPLES) {
      float[] samples = Arrays.copyOfRange(sound, at, at + Mfcc.HOP_SAMPLES);
      long end = startSample + at + samples.length;
      frames.add(new AudioFrame(samples, samples.length, end, recording, end));
    }
    return frames;
  }

  private static List<FeatureWindow> windows(List<AudioFrame> frames, int hopFrames) {
    return Source.from(frames)
        .via(Features.flow(hopFrames))
        .runWith(Sink.seq(), system)
        .toCompletableFuture()
        .join();
  }

  @ParameterizedTest
  @CsvSource({"1, 51", "5, 11", "50, 2", "51, 1"})
  void twoSecondsHaveAWindowAfterTheFirstAndThenOneEachHop(int hopFrames, int count) {
    assertThat(windows(frames(Sounds.noise(32_000, 1), 1, 0), hopFrames)).hasSize(count);
  }

  @Test
  void aWindowIsTheMfccMatrixOfTheSecondBeforeIt() {
    float[] sound = Sounds.noise(32_000, 1);

    List<FeatureWindow> windows = windows(frames(sound, 1, 0), 5);

    float[] all = new Mfcc().matrix(sound);
    for (int i = 0; i < windows.size(); i++) {
      int from = 5 * i * Mfcc.COEFFICIENTS;
      assertThat(windows.get(i).features())
          .isEqualTo(Arrays.copyOfRange(all, from, from + Features.WINDOW_SIZE));
    }
  }

  @Test
  void aWindowCarriesTheTimesOfItsNewestFrame() {
    List<FeatureWindow> windows = windows(frames(Sounds.noise(32_000, 1), 1, 0), 5);

    assertThat(windows).extracting(FeatureWindow::streamSeconds).startsWith(1.0, 1.1, 1.2);
    assertThat(windows).extracting(FeatureWindow::capturedNanos).startsWith(16000L, 17600L, 19200L);
  }

  @Test
  void noWindowSpansABreakInTheSound() {
    float[] first = Sounds.noise(24_000, 1);
    float[] second = Sounds.noise(24_000, 2);
    List<AudioFrame> frames = new ArrayList<>(frames(first, 1, 0));
    frames.addAll(frames(second, 2, first.length));

    List<FeatureWindow> windows = windows(frames, 5);

    assertThat(windows)
        .extracting(FeatureWindow::streamSeconds)
        .containsExactly(1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 2.5, 2.6, 2.7, 2.8, 2.9, 3.0);
    assertThat(windows.get(6).features())
        .isEqualTo(new Mfcc().matrix(Arrays.copyOf(second, 16_000)));
  }

  @Test
  void aHopOfNothingIsRefused() {
    assertThatThrownBy(() -> Features.flow(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hop must be at least 1 frame: 0");
  }
}
