package org.analognets.pipeline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorSystem;
import akka.stream.testkit.TestSubscriber;
import akka.stream.testkit.javadsl.TestSink;
import akka.testkit.javadsl.TestKit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.PictureException;
import org.analognets.pipeline.testkit.FakeCamera;
import org.analognets.pipeline.testkit.PictureList;
import org.analognets.pipeline.testkit.Pictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PictureSourcesTest {

  private static final CaptureSettings SETTINGS =
      CaptureSettings.pictures().withBackoffSeconds(0.05, 0.2);

  private static final double FAST = 100;

  private static ActorSystem system;

  private final Notes notes = new Notes();
  private final FakeCamera camera = new FakeCamera();

  @BeforeAll
  static void start() {
    system = ActorSystem.create("picture-sources-test");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  private TestSubscriber.Probe<PictureFrame> probe(FrameSource source, CaptureSettings settings) {
    return PictureSources.frames(source, FAST, settings, notes)
        .runWith(TestSink.create(system), system);
  }

  private static List<PictureFrame> take(TestSubscriber.Probe<PictureFrame> probe, int count) {
    probe.request(count);
    return IntStream.range(0, count).mapToObj(i -> probe.expectNext()).toList();
  }

  private static List<Integer> levels(List<PictureFrame> frames) {
    return frames.stream().map(frame -> Pictures.level(frame.picture())).toList();
  }

  @Test
  void theNewestPictureWinsAndEachDroppedOneIsCounted() throws InterruptedException {
    TestSubscriber.Probe<PictureFrame> probe = probe(camera, SETTINGS);
    camera.show(1, 2, 3, 4, 5);
    camera.awaitRead(6);

    assertThat(levels(take(probe, 1))).containsExactly(5);
    assertThat(notes.dropped).hasValue(4);
    probe.cancel();
  }

  @Test
  void aCameraIsAskedNoMoreOftenThanWanted() {
    TestSubscriber.Probe<PictureFrame> probe =
        PictureSources.frames(camera, 20, SETTINGS, notes).runWith(TestSink.create(system), system);
    camera.show(IntStream.range(0, 11).toArray());
    long start = System.nanoTime();
    List<PictureFrame> frames = take(probe, 11);

    // The first may have waited since before the start.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
    assertThat(frames).extracting(PictureFrame::streamSeconds).isSorted();
    assertThat(frames.get(10).streamSeconds() - frames.get(0).streamSeconds()).isGreaterThan(0.4);
    probe.cancel();
  }

  @Test
  void filesWaitForTheStreamAndNeverDrop() {
    int[] levels = IntStream.range(0, 100).toArray();
    TestSubscriber.Probe<PictureFrame> probe =
        probe(PictureList.of(Pictures.greys(levels)), SETTINGS);

    List<PictureFrame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      frames.addAll(take(probe, 1));
    }
    probe.request(1);
    probe.expectComplete();
    assertThat(levels(frames))
        .containsExactly(IntStream.of(levels).boxed().toArray(Integer[]::new));
    assertThat(frames.get(50).streamSeconds()).isEqualTo(0.5);
    assertThat(notes.dropped).hasValue(0);
  }

  @Test
  void aBrokenFileIsToldAndItsPlaceInTimeStaysEmpty() {
    PictureList files = PictureList.of(Pictures.greys(1, 2, 3)).brokenAt(1).brokenAt(1);
    TestSubscriber.Probe<PictureFrame> probe = probe(files, SETTINGS);

    List<PictureFrame> frames = take(probe, 3);
    probe.request(1);
    probe.expectComplete();
    assertThat(levels(frames)).containsExactly(1, 2, 3);
    assertThat(frames).extracting(PictureFrame::streamSeconds).containsExactly(0.0, 0.03, 0.04);
    assertThat(notes.said)
        .containsExactly("broken pictures/x.jpg: cut off", "broken pictures/x.jpg: cut off");
  }

  @Test
  void afterABrokenPictureOfACameraTheNextOneFollows() {
    TestSubscriber.Probe<PictureFrame> probe = probe(camera, SETTINGS);
    camera.showBroken();
    camera.show(7);

    assertThat(take(probe, 1)).extracting(PictureFrame::recording).containsExactly(1);
    assertThat(notes.said).containsExactly("broken fake camera: half a picture");
    probe.cancel();
  }

  @Test
  void filesThatCannotBeReadAnyMoreFailTheStreamAfterTheLastPicture() {
    PictureList files = PictureList.of(Pictures.greys(1, 2)).damaged();
    TestSubscriber.Probe<PictureFrame> probe = probe(files, SETTINGS);

    assertThat(take(probe, 2)).hasSize(2);
    assertThat(probe.expectError())
        .isInstanceOf(PictureException.class)
        .hasMessage("pictures/: unmounted");
    assertThat(files.timesOpened()).isEqualTo(1);
  }

  @Test
  void aLostCameraIsOpenedAgainAndItsTimeGoesOn() throws InterruptedException {
    TestSubscriber.Probe<PictureFrame> probe = probe(camera, SETTINGS);
    camera.show(1);
    List<PictureFrame> before = take(probe, 1);
    camera.breakDown();
    camera.show(2);
    List<PictureFrame> after = take(probe, 1);

    assertThat(before.get(0).recording()).isEqualTo(1);
    assertThat(after.get(0).recording()).isEqualTo(2);
    assertThat(after.get(0).streamSeconds()).isGreaterThan(before.get(0).streamSeconds() + 0.05);
    assertThat(notes.said).containsExactly("lost fake camera: unplugged", "again fake camera");
    camera.awaitClosed(1);
    probe.cancel();
  }

  @Test
  void aCameraThatEndsIsLostToo() {
    TestSubscriber.Probe<PictureFrame> probe = probe(camera, SETTINGS);
    camera.end();
    camera.show(1);

    assertThat(take(probe, 1).get(0).recording()).isEqualTo(2);
    assertThat(notes.said)
        .containsExactly("lost fake camera: gives no more pictures", "again fake camera");
    probe.cancel();
  }

  @Test
  void aCameraThatWasNeverThereFailsTheStream() {
    camera.failOpening(1);

    assertThat(probe(camera, SETTINGS).expectSubscriptionAndError())
        .isInstanceOf(PictureException.class)
        .hasMessage("fake camera: no such device");
    assertThat(notes.said).isEmpty();
  }

  @Test
  void cancellingClosesACameraThatIsBlockedInARead() throws InterruptedException {
    TestSubscriber.Probe<PictureFrame> probe = probe(camera, SETTINGS);
    camera.awaitRead(1);
    probe.ensureSubscription();
    probe.cancel();

    camera.awaitClosed(1);
    assertThat(notes.said).isEmpty();
  }

  @Test
  void cancellingClosesACameraWhoseNextPictureIsNotDueForLong() throws InterruptedException {
    TestSubscriber.Probe<PictureFrame> probe =
        PictureSources.frames(camera, 0.001, SETTINGS, notes)
            .runWith(TestSink.create(system), system);
    camera.show(1);
    take(probe, 1);
    probe.cancel();

    camera.awaitClosed(1);
  }

  @Test
  void onlyTheCaptureDispatcherTouchesTheCamera() throws InterruptedException {
    TestSubscriber.Probe<PictureFrame> probe = probe(camera, SETTINGS);
    camera.show(1);
    take(probe, 1);
    probe.cancel();
    camera.awaitClosed(1);

    assertThat(camera.threads())
        .isNotEmpty()
        .allSatisfy(thread -> assertThat(thread).contains("analognets.capture-dispatcher"));
  }

  @Test
  void aRateOfNothingAndSilenceAfterPicturesAreRefused() {
    assertThatThrownBy(() -> PictureSources.frames(camera, 0, SETTINGS, notes))
        .hasMessage("pictures a second must be more than 0: 0.0");
    assertThatThrownBy(() -> PictureSources.frames(camera, 2, CaptureSettings.defaults(), notes))
        .hasMessage("pictures are followed by no silence, but settings want 50");
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
