package org.analognets.pipeline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorSystem;
import akka.stream.testkit.TestSubscriber;
import akka.stream.testkit.javadsl.TestSink;
import akka.testkit.javadsl.TestKit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.pipeline.testkit.FakeMicrophone;
import org.analognets.pipeline.testkit.SoundFile;
import org.analognets.pipeline.testkit.Sounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AudioSourcesTest {

  private static final CaptureSettings SETTINGS =
      CaptureSettings.defaults().withBackoffSeconds(0.05, 0.2);

  private static ActorSystem system;

  private final Notes notes = new Notes();
  private final FakeMicrophone microphone = new FakeMicrophone();

  @BeforeAll
  static void start() {
    system = ActorSystem.create("audio-sources-test");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  private TestSubscriber.Probe<AudioFrame> probe(AudioSource source, CaptureSettings settings) {
    return AudioSources.frames(source, settings, notes).runWith(TestSink.create(system), system);
  }

  private static List<AudioFrame> take(TestSubscriber.Probe<AudioFrame> probe, int count) {
    probe.request(count);
    return IntStream.range(0, count).mapToObj(i -> probe.expectNext()).toList();
  }

  private static List<Integer> numbers(List<AudioFrame> frames) {
    return frames.stream().map(frame -> (int) frame.samples()[0]).toList();
  }

  @Test
  void aFullBufferDropsItsOldestFramesAndEachIsCounted() throws InterruptedException {
    TestSubscriber.Probe<AudioFrame> probe = probe(microphone, SETTINGS.withBufferFrames(4));
    microphone.deliver(10);
    microphone.awaitRead(11);

    assertThat(notes.dropped).hasValue(6);
    List<AudioFrame> frames = take(probe, 4);
    assertThat(numbers(frames)).containsExactly(7, 8, 9, 10);
    assertThat(frames)
        .extracting(AudioFrame::endSample)
        .containsExactly(2240L, 2560L, 2880L, 3200L);
    probe.cancel();
  }

  @Test
  void nothingIsDroppedWhileTheStreamKeepsUp() {
    TestSubscriber.Probe<AudioFrame> probe = probe(microphone, SETTINGS.withBufferFrames(1));
    probe.request(100);
    for (int i = 1; i <= 100; i++) {
      microphone.deliver(1);
      assertThat(probe.expectNext().samples()[0]).isEqualTo(i);
    }

    assertThat(notes.dropped).hasValue(0);
    probe.cancel();
  }

  @Test
  void aFileWaitsForTheStreamAndNeverDrops() {
    float[] sound = Sounds.noise(200 * Mfcc.HOP_SAMPLES, 1);
    TestSubscriber.Probe<AudioFrame> probe =
        probe(SoundFile.of(sound), SETTINGS.withBufferFrames(2).withTailFrames(0));

    float[] heard = new float[sound.length];
    for (int i = 0; i < 200; i++) {
      AudioFrame frame = take(probe, 1).get(0);
      System.arraycopy(frame.samples(), 0, heard, i * Mfcc.HOP_SAMPLES, Mfcc.HOP_SAMPLES);
    }
    probe.request(1);
    probe.expectComplete();
    assertThat(heard).isEqualTo(sound);
    assertThat(notes.dropped).hasValue(0);
  }

  @Test
  void aFileIsFollowedBySilenceThatDoesNotCountAsSound() {
    float[] sound = Sounds.noise(Mfcc.HOP_SAMPLES + 100, 1);
    TestSubscriber.Probe<AudioFrame> probe = probe(SoundFile.of(sound), SETTINGS.withTailFrames(3));

    List<AudioFrame> frames = take(probe, 5);
    probe.request(1);
    probe.expectComplete();
    assertThat(frames).extracting(AudioFrame::soundSamples).containsExactly(320, 100, 0, 0, 0);
    float[] last = frames.get(1).samples();
    assertThat(last).startsWith(Arrays.copyOfRange(sound, 320, 420));
    assertThat(Arrays.copyOfRange(last, 100, 320)).containsOnly(0f);
    assertThat(frames.get(4).samples()).containsOnly(0f);
  }

  @Test
  void aDamagedFileFailsTheStreamAfterItsLastFrameAndIsNotOpenedAgain() {
    SoundFile file = SoundFile.damagedAfter(Sounds.noise(40 * Mfcc.HOP_SAMPLES, 1));
    TestSubscriber.Probe<AudioFrame> probe = probe(file, SETTINGS);

    assertThat(take(probe, 40)).hasSize(40);
    assertThat(probe.expectError())
        .isInstanceOf(AudioException.class)
        .hasMessage("test.wav: cut off");
    assertThat(file.timesOpened()).isEqualTo(1);
    assertThat(notes.said).isEmpty();
  }

  @Test
  void aPacedFileTakesItsTime() {
    TestSubscriber.Probe<AudioFrame> probe =
        probe(
            SoundFile.of(Sounds.noise(25 * Mfcc.HOP_SAMPLES, 1)),
            SETTINGS.withPaced(true).withTailFrames(0));

    long start = System.nanoTime();
    List<AudioFrame> frames = take(probe, 25);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(380));
    assertThat(frames).extracting(AudioFrame::capturedNanos).isSorted();
    assertThat(frames.get(24).capturedNanos() - frames.get(0).capturedNanos())
        .isGreaterThan(Duration.ofMillis(380).toNanos());
  }

  @Test
  void aLostMicrophoneIsOpenedAgainAndItsTimeGoesOn() throws InterruptedException {
    TestSubscriber.Probe<AudioFrame> probe = probe(microphone, SETTINGS);
    microphone.deliver(2);
    microphone.breakDown();
    List<AudioFrame> before = take(probe, 2);
    microphone.deliver(2);
    List<AudioFrame> after = take(probe, 2);

    assertThat(before).extracting(AudioFrame::recording).containsExactly(1, 1);
    assertThat(after).extracting(AudioFrame::recording).containsExactly(2, 2);
    assertThat(after).extracting(AudioFrame::endSample).containsExactly(960L, 1280L);
    assertThat(notes.said)
        .containsExactly("lost fake microphone: unplugged", "again fake microphone");
    microphone.awaitClosed(1);
    probe.cancel();
  }

  @Test
  void aMicrophoneThatEndsIsLostToo() {
    TestSubscriber.Probe<AudioFrame> probe = probe(microphone, SETTINGS);
    microphone.end();
    microphone.deliver(1);

    assertThat(take(probe, 1).get(0).recording()).isEqualTo(2);
    assertThat(notes.said)
        .containsExactly("lost fake microphone: gives no more sound", "again fake microphone");
    probe.cancel();
  }

  @Test
  void eachWaitForALostMicrophoneIsAtLeastTwiceTheOneBefore() throws InterruptedException {
    TestSubscriber.Probe<AudioFrame> probe =
        probe(microphone, SETTINGS.withBackoffSeconds(0.05, 5));
    microphone.awaitRead(1);
    microphone.failOpening(2);
    microphone.breakDown();
    microphone.deliver(1);
    take(probe, 1);

    List<Long> opened = microphone.openedNanos();
    assertThat(opened).hasSize(4);
    assertThat(opened.get(2) - opened.get(1)).isGreaterThan(Duration.ofMillis(100).toNanos());
    assertThat(opened.get(3) - opened.get(2)).isGreaterThan(Duration.ofMillis(200).toNanos());
    assertThat(notes.said).filteredOn(said -> said.startsWith("again")).hasSize(3);
    probe.cancel();
  }

  @Test
  void aMicrophoneThatWasNeverThereFailsTheStream() {
    microphone.failOpening(1);
    TestSubscriber.Probe<AudioFrame> probe = probe(microphone, SETTINGS);

    assertThat(probe.expectSubscriptionAndError())
        .isInstanceOf(AudioException.class)
        .hasMessage("fake microphone: no such device");
    assertThat(microphone.openedNanos()).hasSize(1);
    assertThat(notes.said).isEmpty();
  }

  @Test
  void cancellingClosesAMicrophoneThatIsBlockedInARead() throws InterruptedException {
    TestSubscriber.Probe<AudioFrame> probe = probe(microphone, SETTINGS);
    microphone.awaitRead(1);
    probe.ensureSubscription();
    probe.cancel();

    microphone.awaitClosed(1);
    assertThat(notes.said).isEmpty();
  }

  @Test
  void everyRunOpensTheSourceAnew() {
    SoundFile file = SoundFile.of(Sounds.noise(3 * Mfcc.HOP_SAMPLES, 1));
    var frames = AudioSources.frames(file, SETTINGS.withTailFrames(0), notes);
    for (int run = 1; run <= 2; run++) {
      TestSubscriber.Probe<AudioFrame> probe = frames.runWith(TestSink.create(system), system);
      assertThat(take(probe, 3))
          .extracting(AudioFrame::endSample)
          .containsExactly(320L, 640L, 960L);
      assertThat(file.timesOpened()).isEqualTo(run);
    }
  }

  @Test
  void onlyTheCaptureDispatcherTouchesTheDevice() throws InterruptedException {
    TestSubscriber.Probe<AudioFrame> probe = probe(microphone, SETTINGS);
    microphone.deliver(3);
    take(probe, 3);
    probe.cancel();
    microphone.awaitClosed(1);

    assertThat(microphone.threads())
        .isNotEmpty()
        .allSatisfy(thread -> assertThat(thread).contains("analognets.capture-dispatcher"));
  }

  /** What the listener was told. */
  private static final class Notes implements CaptureListener {
    final AtomicInteger dropped = new AtomicInteger();
    final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void frameDropped() {
      dropped.incrementAndGet();
    }

    @Override
    public void sourceLost(String source, Throwable cause) {
      said.add("lost " + cause.getMessage());
    }

    @Override
    public void sourceRestarted(String source) {
      said.add("again " + source);
    }
  }
}
