package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akka.actor.ActorSystem;
import akka.testkit.javadsl.TestKit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.PictureException;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.capture.PictureFrame;
import org.analognets.pipeline.decision.MotionGateSettings;
import org.analognets.pipeline.testkit.BrightnessRecognizer;
import org.analognets.pipeline.testkit.FakeCamera;
import org.analognets.pipeline.testkit.PictureList;
import org.analognets.pipeline.testkit.Pictures;
import org.analognets.pipeline.testkit.ScriptedRecognizer;
import org.analognets.pipeline.testkit.SoundFile;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchPipelineTest {

  private static final WatchSettings SETTINGS =
      WatchSettings.defaults()
          .withCapture(WatchSettings.defaults().capture().withBackoffSeconds(0.01, 0.1));

  private static final int DARK = 20;
  private static final int BRIGHT = 230;

  private static ActorSystem system;

  private final Meters meters = new Meters();
  private final List<WakeEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final BrightnessRecognizer recognizer = new BrightnessRecognizer();

  @BeforeAll
  static void start() {
    system = ActorSystem.create("watch-pipeline-test");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  private Watching run(FrameSource source, WatchSettings settings) {
    return new WatchPipeline(source, recognizer, meters, settings).run(system, events::add);
  }

  private static WatchSummary summary(Watching watching) {
    return watching.completion().toCompletableFuture().join();
  }

  /** Ten dark pictures, ten bright ones, ten dark ones. */
  private static PictureList darkBrightDark() {
    return PictureList.of(
        Pictures.greys(
            IntStream.range(0, 30).map(i -> i >= 10 && i < 20 ? BRIGHT : DARK).toArray()));
  }

  @Test
  void aPersonComesAndLeaves() {
    WatchSummary summary = summary(run(darkBrightDark(), SETTINGS));

    assertThat(events).extracting(WakeEvent::label).containsExactly("person", "no_person");
    assertThat(events).extracting(WakeEvent::model).containsOnly("vww");
    assertThat(events).extracting(WakeEvent::streamSeconds).containsExactly(6.0, 12.0);
    assertThat(events).extracting(WakeEvent::chipAgeSeconds).containsExactly(37.0, 49.0);
    assertThat(events.get(0).score()).isCloseTo(BRIGHT / 255.0, within(1e-5));
    assertThat(events.get(1).score()).isCloseTo(1 - DARK / 255.0, within(1e-5));
    assertThat(summary)
        .isEqualTo(
            new WatchSummary("vww", 30, 2, summary.energyJoules(), 0, 30, 0, 0, 0, 29 / 2.0));
    assertThat(summary.energyJoules()).isCloseTo(30 * 15e-6, within(1e-12));
  }

  @Test
  void theSameFilesGiveTheSameAtEachRun() {
    WatchSummary first = summary(run(darkBrightDark(), SETTINGS));

    assertThat(summary(run(darkBrightDark(), SETTINGS))).isEqualTo(first);
    assertThat(events.subList(0, 2))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("chipAgeSeconds")
        .isEqualTo(events.subList(2, 4));
  }

  @Test
  void aMotionGateSparesInferencesAndTheEventsStay() {
    WatchSummary ungated = summary(run(darkBrightDark(), SETTINGS));
    List<WakeEvent> expected = List.copyOf(events);
    events.clear();
    WatchSummary gated =
        summary(run(darkBrightDark(), SETTINGS.withMotionGate(MotionGateSettings.defaults())));

    assertThat(events)
        .extracting(WakeEvent::label, WakeEvent::streamSeconds)
        .isEqualTo(expected.stream().map(WatchPipelineTest::labelAndTime).toList());
    assertThat(gated.pictures()).isEqualTo(30);
    assertThat(gated.inferences()).isEqualTo(3L * SETTINGS.decision().countToDecide());
    assertThat(gated.gatedPictures()).isEqualTo(30 - gated.inferences());
    assertThat(gated.savedJoules() + gated.energyJoules())
        .isCloseTo(ungated.energyJoules(), within(1e-12));
  }

  private static Tuple labelAndTime(WakeEvent event) {
    return Tuple.tuple(event.label(), event.streamSeconds());
  }

  @Test
  void onceEndsAtTheFirstEvent() {
    WatchSummary summary = summary(run(darkBrightDark(), SETTINGS.withOnce(true)));

    assertThat(events).extracting(WakeEvent::label).containsExactly("person");
    assertThat(summary.inferences()).isEqualTo(13);
  }

  @Test
  void brokenPicturesAreCountedToldAndLeftOut() {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    WatchSummary summary =
        summary(
            new WatchPipeline(
                    darkBrightDark().brokenAt(5).brokenAt(15), recognizer, meters, SETTINGS)
                .run(system, new Talk(said)));

    assertThat(summary.brokenPictures()).isEqualTo(2);
    assertThat(summary.pictures()).isEqualTo(30);
    assertThat(said)
        .containsExactlyInAnyOrder(
            "broken pictures/x.jpg: cut off",
            "broken pictures/x.jpg: cut off",
            "woke person",
            "woke no_person");
  }

  @Test
  void aListenerSeesEachPicture() {
    List<Integer> levels = new ArrayList<>();
    summary(
        new WatchPipeline(
                PictureList.of(Pictures.greys(1, 2, 3)),
                recognizer,
                meters,
                SETTINGS.withMotionGate(MotionGateSettings.defaults()))
            .run(
                system,
                new WakeListener() {
                  @Override
                  public void woke(WakeEvent event) {}

                  @Override
                  public void saw(PictureFrame frame) {
                    levels.add(Pictures.level(frame.picture()));
                  }
                }));

    assertThat(levels).containsExactly(1, 2, 3);
  }

  @Test
  void aLostCameraDoesNotEndTheRunAndAPersonStillLeaves() throws InterruptedException {
    FakeCamera camera = new FakeCamera();
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    Watching watching =
        new WatchPipeline(camera, recognizer, meters, SETTINGS.withFramesPerSecond(100))
            .run(system, new Talk(said));
    showOneByOne(camera, BRIGHT, 5, 0);
    camera.breakDown();
    assertThat(List.of(take(said), take(said), take(said)))
        .containsExactly("woke person", "lost fake camera: unplugged", "again fake camera");
    showOneByOne(camera, DARK, 8, 6);
    assertThat(take(said)).isEqualTo("woke no_person");

    assertThat(meters.scrape())
        .contains(
            "analognets_pipeline_source_restarts_total{model=\"vww\"} 1.0",
            "analognets_pipeline_source_up{model=\"vww\"} 1.0");
    watching.stop();
    assertThat(summary(watching).wakeEvents()).isEqualTo(2);
    camera.awaitClosed(2);
  }

  /** Each picture is taken before the next is shown; not all of them need be inferred. */
  private static void showOneByOne(FakeCamera camera, int level, int count, int readsBefore)
      throws InterruptedException {
    for (int i = 1; i <= count; i++) {
      camera.show(level);
      camera.awaitRead(readsBefore + i + 1);
    }
  }

  private static String take(BlockingQueue<String> said) throws InterruptedException {
    return String.valueOf(said.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void unreadableFilesFailTheRunAfterEverythingBeforeWasSeen() {
    Watching watching = run(darkBrightDark().damaged(), SETTINGS);

    assertThatThrownBy(() -> summary(watching))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(PictureException.class)
        .hasRootCauseMessage("pictures/: unmounted");
    assertThat(watching.summary().inferences()).isEqualTo(30);
    assertThat(watching.summary().sensedAnything()).isTrue();
  }

  @Test
  void theMetersAgreeWithTheSummary() {
    WatchSummary summary =
        summary(
            run(
                darkBrightDark().brokenAt(3),
                SETTINGS.withMotionGate(MotionGateSettings.defaults())));

    assertThat(meters.scrape().lines())
        .contains(
            "analognets_chip_inferences_total{model=\"vww\"} " + (double) summary.inferences(),
            "analognets_chip_saved_energy_joules_total{model=\"vww\"} " + summary.savedJoules(),
            "analognets_pipeline_pictures_total{model=\"vww\"} 30.0",
            "analognets_pipeline_broken_pictures_total{model=\"vww\"} 1.0",
            "analognets_pipeline_gated_pictures_total{model=\"vww\"} "
                + (double) summary.gatedPictures(),
            "analognets_pipeline_wake_events_total{label=\"person\",model=\"vww\"} 1.0",
            "analognets_pipeline_wake_events_total{label=\"no_person\",model=\"vww\"} 1.0",
            "analognets_pipeline_dropped_frames_total{model=\"vww\"} 0.0",
            "analognets_pipeline_source_restarts_total{model=\"vww\"} 0.0")
        .noneMatch(line -> line.startsWith("analognets_pipeline_audio"));
  }

  @Test
  void soundAndPicturesRunSideBySideOnTheSameMeters() {
    Watching watching = run(darkBrightDark(), SETTINGS);
    Running running =
        new WakePipeline(
                SoundFile.of(new float[32_000]),
                ScriptedRecognizer.hearing(List.of("yes", "yes", "yes")),
                meters,
                PipelineSettings.defaults())
            .run(system, events::add);

    assertThat(summary(watching).model()).isEqualTo("vww");
    assertThat(running.completion().toCompletableFuture().join().model()).isEqualTo("kws");
    assertThat(events)
        .extracting(WakeEvent::label)
        .containsExactlyInAnyOrder("person", "no_person", "yes");
  }

  @Test
  void aRecognizerForSoundIsRefused() {
    ScriptedRecognizer keywords = ScriptedRecognizer.hearing(List.of());

    assertThatThrownBy(() -> new WatchPipeline(darkBrightDark(), keywords, meters, SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("model 'kws' takes 490 features, but a picture has 30000");
  }

  /** A listener that puts everything into words. */
  private record Talk(BlockingQueue<String> said) implements WakeListener {

    @Override
    public void woke(WakeEvent event) {
      said.add("woke " + event.label());
    }

    @Override
    public void pictureBroken(String source, BrokenPictureException cause) {
      said.add("broken " + cause.getMessage());
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
