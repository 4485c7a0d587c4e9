package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akka.actor.ActorSystem;
import akka.testkit.javadsl.TestKit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.analognets.analog.chip.Inference;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.capture.CaptureSettings;
import org.analognets.pipeline.testkit.FakeMicrophone;
import org.analognets.pipeline.testkit.ScriptedRecognizer;
import org.analognets.pipeline.testkit.SoundFile;
import org.analognets.pipeline.testkit.Sounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WakePipelineTest {

  private static final PipelineSettings SETTINGS =
      PipelineSettings.defaults()
          .withCapture(
              CaptureSettings.defaults().withBufferFrames(100).withBackoffSeconds(0.01, 0.1));

  private static ActorSystem system;

  private final Meters meters = new Meters();
  private final List<WakeEvent> events = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void start() {
    system = ActorSystem.create("wake-pipeline-test");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  private Running run(AudioSource source, Recognizer recognizer, PipelineSettings settings) {
    return new WakePipeline(source, recognizer, meters, settings).run(system, events::add);
  }

  private static StreamSummary summary(Running running) {
    return running.completion().toCompletableFuture().join();
  }

  /** Five windows of "yes", a pause of ten, five of "no", then silence. */
  private static ScriptedRecognizer yesThenNo() {
    List<String> script = new ArrayList<>();
    script.addAll(Collections.nCopies(5, "yes"));
    script.addAll(Collections.nCopies(10, "_silence_"));
    script.addAll(Collections.nCopies(5, "no"));
    return ScriptedRecognizer.hearing(script);
  }

  private static SoundFile threeSecondsAndABit() {
    return SoundFile.of(Sounds.noise(48_000 + 100, 1));
  }

  @Test
  void aFileGivesItsEventsAndASummary() {
    StreamSummary summary = summary(run(threeSecondsAndABit(), yesThenNo(), SETTINGS));

    assertThat(events).extracting(WakeEvent::label).containsExactly("yes", "no");
    assertThat(events).extracting(WakeEvent::streamSeconds).containsExactly(1.2, 2.8);
    assertThat(events).extracting(WakeEvent::chipAgeSeconds).containsExactly(27.0, 43.0);
    assertThat(summary.model()).isEqualTo("kws");
    assertThat(summary.inferences()).isEqualTo(31);
    assertThat(summary.wakeEvents()).isEqualTo(2);
    assertThat(summary.energyJoules()).isCloseTo(31 * 9e-6, within(1e-15));
    assertThat(summary.droppedFrames()).isZero();
  }

  @Test
  void onlyRealSoundCountsAsAudio() {
    StreamSummary summary = summary(run(threeSecondsAndABit(), yesThenNo(), SETTINGS));

    assertThat(summary.audioSeconds()).isEqualTo(48_100 / 16_000.0);
  }

  @Test
  void theSameFileGivesTheSameAtEachRun() {
    StreamSummary summary = summary(run(threeSecondsAndABit(), yesThenNo(), SETTINGS));
    List<WakeEvent> first = List.copyOf(events);
    for (int i = 0; i < 5; i++) {
      events.clear();
      assertThat(summary(run(threeSecondsAndABit(), yesThenNo(), SETTINGS))).isEqualTo(summary);
      assertThat(events).isEqualTo(first);
    }
  }

  @Test
  void onceEndsAtTheFirstEventAndInfersNothingAfterIt() {
    for (int i = 0; i < 5; i++) {
      events.clear();
      ScriptedRecognizer recognizer = yesThenNo();
      StreamSummary summary =
          summary(run(threeSecondsAndABit(), recognizer, SETTINGS.withOnce(true)));

      assertThat(events).extracting(WakeEvent::label).containsExactly("yes");
      assertThat(summary).isEqualTo(new StreamSummary("kws", 3, 1, 9e-6 + 9e-6 + 9e-6, 0, 1.2));
      assertThat(recognizer.inputs()).hasSize(3);
    }
  }

  @Test
  void aWordAtTheVeryEndOfAFileIsStillDecided() {
    float[] sound = new float[32_000];
    System.arraycopy(Sounds.noise(6_400, 1), 0, sound, 25_600, 6_400);

    summary(run(SoundFile.of(sound), loudInTheMiddle(), SETTINGS));

    assertThat(events).extracting(WakeEvent::label).containsExactly("yes");
  }

  @Test
  void withoutTheSilenceAfterItTheLastWordWouldBeLost() {
    float[] sound = new float[32_000];
    System.arraycopy(Sounds.noise(6_400, 1), 0, sound, 25_600, 6_400);

    summary(
        run(
            SoundFile.of(sound),
            loudInTheMiddle(),
            SETTINGS.withCapture(SETTINGS.capture().withTailFrames(0))));

    assertThat(events).isEmpty();
  }

  /** Hears "yes" while the middle of the window is loud and its end is not. */
  private static ScriptedRecognizer loudInTheMiddle() {
    return new ScriptedRecognizer(
        (number, features) -> loud(features, 24) && !loud(features, 48) ? "yes" : "_silence_");
  }

  private static boolean loud(float[] features, int column) {
    return features[column * Mfcc.COEFFICIENTS] > -100;
  }

  @Test
  void stoppingClosesTheMicrophoneAndGivesTheSummary() throws InterruptedException {
    FakeMicrophone microphone = new FakeMicrophone();
    BlockingQueue<WakeEvent> heard = new LinkedBlockingQueue<>();
    Running running =
        new WakePipeline(microphone, yesThenNo(), meters, SETTINGS).run(system, heard::add);
    microphone.deliver(60);
    WakeEvent event = heard.poll(20, TimeUnit.SECONDS);
    running.stop();
    running.stop();

    StreamSummary summary = summary(running);
    assertThat(event).isNotNull();
    assertThat(summary.wakeEvents()).isEqualTo(1);
    assertThat(summary).isEqualTo(running.summary());
    microphone.awaitClosed(1);
  }

  @Test
  void aMicrophoneThatIsLostDoesNotEndTheRun() throws InterruptedException {
    FakeMicrophone microphone = new FakeMicrophone();
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    Running running =
        new WakePipeline(microphone, yesThenNo(), meters, SETTINGS).run(system, new Talk(said));
    microphone.awaitRead(1);
    microphone.breakDown();
    microphone.deliver(60);

    assertThat(List.of(take(said), take(said), take(said)))
        .containsExactly("lost fake microphone: unplugged", "again fake microphone", "woke yes");
    assertThat(meters.scrape())
        .contains(
            "analognets_pipeline_source_restarts_total{model=\"kws\"} 1.0",
            "analognets_pipeline_source_up{model=\"kws\"} 1.0");
    assertThat(running.completion().toCompletableFuture()).isNotDone();
    running.stop();
    assertThat(summary(running).wakeEvents()).isEqualTo(1);
  }

  @Test
  void theSourceIsDownWhileItIsLostAndAfterTheRun() throws InterruptedException {
    FakeMicrophone microphone = new FakeMicrophone();
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    PipelineSettings patient =
        SETTINGS.withCapture(SETTINGS.capture().withBackoffSeconds(3600, 3600));
    Running running =
        new WakePipeline(microphone, yesThenNo(), meters, patient).run(system, new Talk(said));
    microphone.deliver(60);
    assertThat(take(said)).isEqualTo("woke yes");
    assertThat(meters.scrape()).contains("analognets_pipeline_source_up{model=\"kws\"} 1.0");

    microphone.breakDown();
    assertThat(take(said)).startsWith("lost ");
    assertThat(meters.scrape()).contains("analognets_pipeline_source_up{model=\"kws\"} 0.0");
    running.stop();
    summary(running);

    summary(run(threeSecondsAndABit(), yesThenNo(), SETTINGS));
    assertThat(meters.scrape()).contains("analognets_pipeline_source_up{model=\"kws\"} 0.0");
  }

  private static String take(BlockingQueue<String> said) throws InterruptedException {
    return String.valueOf(said.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void aSlowListenerCostsFramesThatAreCounted() throws Exception {
    FakeMicrophone microphone = new FakeMicrophone();
    BlockingQueue<String> mayGoOn = new LinkedBlockingQueue<>();
    Running running =
        new WakePipeline(
                microphone,
                yesThenNo(),
                meters,
                SETTINGS.withCapture(SETTINGS.capture().withBufferFrames(10)))
            .run(system, event -> goOn(mayGoOn));
    for (int i = 1; i <= 60; i++) { // the listener holds the stream at the 60th frame
      microphone.deliver(1);
      microphone.awaitRead(i + 1);
      awaitHeard(running, i);
    }
    microphone.deliver(25);
    microphone.awaitRead(60 + 25 + 1);

    assertThat(running.summary().droppedFrames()).isEqualTo(15);
    assertThat(meters.scrape())
        .contains("analognets_pipeline_dropped_frames_total{model=\"kws\"} 15.0");
    mayGoOn.add("go");
    running.stop();
    assertThat(summary(running).droppedFrames()).isEqualTo(15);
  }

  private static void goOn(BlockingQueue<String> permission) {
    try {
      permission.poll(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitHeard(Running running, int frames) {
    double seconds = (double) frames * Mfcc.HOP_SAMPLES / Mfcc.SAMPLE_RATE_HZ;
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (running.summary().audioSeconds() < seconds) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void aDamagedFileFailsTheRunAfterEverythingBeforeTheDamageWasHeard() {
    for (int i = 0; i < 5; i++) {
      SoundFile file = SoundFile.damagedAfter(Sounds.noise(32_000, 1));
      Running running = run(file, yesThenNo(), SETTINGS);

      assertThatThrownBy(() -> summary(running))
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(AudioException.class)
          .hasRootCauseMessage("test.wav: cut off");
      assertThat(running.summary().audioSeconds()).isEqualTo(2);
      assertThat(running.summary().inferences()).isEqualTo(11);
    }
  }

  @Test
  void aFailingListenerFailsTheRun() {
    Running running =
        new WakePipeline(threeSecondsAndABit(), yesThenNo(), meters, SETTINGS)
            .run(
                system,
                event -> {
                  throw new IllegalStateException("disk full");
                });

    assertThatThrownBy(() -> summary(running)).hasRootCauseMessage("disk full");
  }

  @Test
  void theMetersAgreeWithTheSummary() {
    summary(run(threeSecondsAndABit(), yesThenNo(), SETTINGS));

    assertThat(meters.scrape()).doesNotContain("_silence_");
    assertThat(meters.scrape().lines())
        .contains(
            "analognets_chip_inferences_total{model=\"kws\"} 31.0",
            "analognets_chip_age_seconds{model=\"kws\"} 55.0",
            "analognets_chip_inference_energy_joules_count{model=\"kws\"} 31",
            "analognets_pipeline_latency_seconds_count{model=\"kws\"} 31",
            "analognets_pipeline_wake_events_total{label=\"yes\",model=\"kws\"} 1.0",
            "analognets_pipeline_wake_events_total{label=\"no\",model=\"kws\"} 1.0",
            "analognets_pipeline_dropped_frames_total{model=\"kws\"} 0.0",
            "analognets_pipeline_source_restarts_total{model=\"kws\"} 0.0");
  }

  @Test
  void allComputingIsDoneOnTheInferenceDispatcher() {
    ScriptedRecognizer recognizer = yesThenNo();
    Set<String> threads = Collections.synchronizedSet(new TreeSet<>(recognizer.threads()));
    Running running =
        new WakePipeline(threeSecondsAndABit(), recognizer, meters, SETTINGS)
            .run(system, event -> threads.add(Thread.currentThread().getName()));
    summary(running);
    threads.addAll(recognizer.threads());

    assertThat(threads)
        .isNotEmpty()
        .allSatisfy(thread -> assertThat(thread).contains("analognets.inference-dispatcher"));
  }

  @Test
  void aRecognizerForOtherFeaturesIsRefused() {
    Recognizer person =
        new Recognizer() {
          @Override
          public String model() {
            return "vww";
          }

          @Override
          public List<String> labels() {
            return List.of("person");
          }

          @Override
          public int inputSize() {
            return 30_000;
          }

          @Override
          public Inference infer(float[] features) {
            throw new AssertionError("asked for an inference");
          }
        };

    assertThatThrownBy(() -> new WakePipeline(threeSecondsAndABit(), person, meters, SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("model 'vww' takes 30000 features, but a window of sound has 490");
  }

  /** A listener that puts everything into words. */
  private record Talk(BlockingQueue<String> said) implements WakeListener {

    @Override
    public void woke(WakeEvent event) {
      said.add("woke " + event.label());
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
