package org.analognets.frontends.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.analognets.frontends.picture.testing.FrameSourceKit;
import org.analognets.frontends.picture.testing.MjpegServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IpCameraSourceTest {
  private static final byte[] ORANGE = jpeg(FrameSourceKit.COLOUR);
  private static final byte[] BLUE = jpeg(0x0000ff);

  private MjpegServer camera;

  @BeforeEach
  void plugIn() throws IOException {
    camera = MjpegServer.start(ORANGE);
  }

  @AfterEach
  void unplug() {
    camera.close();
  }

  /** What the kit asks of every source, of a network camera. */
  abstract class Kit extends FrameSourceKit {
    abstract URI address();

    @Override
    protected FrameSource source() throws PictureException {
      return new IpCameraSource(address());
    }

    @Override
    protected Optional<FrameSource> missing() throws PictureException {
      URI address = address();
      camera.unplug();
      return Optional.of(new IpCameraSource(address));
    }

    @Override
    protected Optional<FrameSource> broken() throws PictureException {
      camera.show(new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});
      FrameSource source = source();
      return Optional.of(new Repaired(source, () -> camera.show(ORANGE)));
    }
  }

  /** Runs something after the first broken picture. */
  private record Repaired(FrameSource source, Runnable repair) implements FrameSource {
    @Override
    public String name() {
      return source.name();
    }

    @Override
    public boolean live() {
      return source.live();
    }

    @Override
    public FrameStream open() throws PictureException {
      FrameStream stream = source.open();
      return new FrameStream() {
        @Override
        public Optional<Picture> next() throws PictureException {
          try {
            return stream.next();
          } catch (BrokenPictureException e) {
            repair.run();
            throw e;
          }
        }

        @Override
        public void close() {
          stream.close();
        }
      };
    }
  }

  @Nested
  class Stream extends Kit {
    @Override
    URI address() {
      return camera.stream();
    }

    @Override
    protected Optional<FrameSource> silent() throws PictureException {
      camera.freeze(true);
      return Optional.of(source());
    }
  }

  @Nested
  class StreamWithoutLengths extends Kit {
    @BeforeEach
    void hideLengths() {
      camera.hideLengths();
    }

    @Override
    URI address() {
      return camera.stream();
    }

    @Override
    protected Optional<FrameSource> silent() throws PictureException {
      camera.freeze(true);
      return Optional.of(source());
    }
  }

  @Nested
  class Snapshots extends Kit {
    @Override
    URI address() {
      return camera.snapshot();
    }

    @Override
    protected Optional<FrameSource> silent() {
      return Optional.empty(); // the first picture comes with the opening
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stream", "/snapshot.jpg"})
  void theNewestPictureIsShown(String path) throws Exception {
    try (FrameStream stream = new IpCameraSource(camera.address(path)).open()) {
      assertThat(blue(stream)).isLessThan(60);
      camera.show(BLUE);
      awaitBlue(stream);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stream", "/snapshot.jpg"})
  void aCameraThatDiesIsReportedAtOnceAndCanBeOpenedAgainOnceItIsBack(String path)
      throws Exception {
    IpCameraSource source = new IpCameraSource(camera.address(path));
    try (FrameStream stream = source.open()) {
      stream.next();
      camera.unplug();
      Instant unplugged = Instant.now();
      assertThatThrownBy(() -> drain(stream))
          .isInstanceOf(PictureException.class)
          .isNotInstanceOf(BrokenPictureException.class)
          .hasMessageContaining(source.name())
          .hasMessageContaining("; is it");
      assertThat(Duration.between(unplugged, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
    assertThatThrownBy(source::open).hasMessageContaining("cannot be reached");
    camera.show(BLUE);
    camera.plugIn();
    try (FrameStream stream = source.open()) {
      assertThat(blue(stream)).isGreaterThan(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stream", "/snapshot.jpg"})
  void aCameraThatFallsSilentIsReportedAfterFiveSeconds(String path) throws Exception {
    try (FrameStream stream = new IpCameraSource(camera.address(path)).open()) {
      stream.next();
      camera.freeze(true);
      Instant frozen = Instant.now();
      assertThatThrownBy(() -> drain(stream))
          .isInstanceOf(PictureException.class)
          .isNotInstanceOf(BrokenPictureException.class);
      assertThat(Duration.between(frozen, Instant.now()))
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
    }
  }

  @Test
  void singlePicturesAreOnlyFetchedWhenTheyAreAskedFor() throws Exception {
    try (FrameStream stream = new IpCameraSource(camera.snapshot()).open()) {
      for (int i = 0; i < 5; i++) {
        stream.next();
      }
      assertThat(camera.calls()).isEqualTo(5);
    }
  }

  @Test
  void aReaderThatStaysAwayFindsTheNewestPictureAndNoOlderOne() throws Exception {
    try (FrameStream stream = new IpCameraSource(camera.stream()).open()) {
      stream.next();
      camera.show(BLUE);
      try (FrameStream other = new IpCameraSource(camera.stream()).open()) {
        for (int i = 0; i < 20; i++) {
          other.next();
        }
      }
      assertThat(blue(stream)).isGreaterThan(200);
    }
  }

  @Test
  void anAddressThatGivesNoPicturesIsToldSo() throws PictureException {
    assertOpeningTells("/", "answers with text/html instead of pictures; check the address");
    assertOpeningTells("/missing", "answers 404 Not Found instead of a picture; check the address");
    assertOpeningTells(
        "/locked", "wants another name and password; write http://NAME:PASSWORD@HOST/...");
  }

  private void assertOpeningTells(String path, String what) throws PictureException {
    IpCameraSource source = new IpCameraSource(camera.address(path));
    assertThatThrownBy(source::open)
        .isInstanceOf(PictureException.class)
        .hasMessage(source.name() + " " + what);
  }

  @Test
  void nameAndPasswordOpenACameraAndStayUnsaid() throws PictureException {
    String locked = camera.address("/locked").toString();
    String address = locked.replace("http://", "http://watcher:pass%3Aword@");
    IpCameraSource source = IpCameraSource.of(address);
    assertThat(source.name()).isEqualTo(locked);
    try (FrameStream stream = source.open()) {
      assertThat(stream.next()).isPresent();
      assertThat(stream.next()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rtsp://me:secret@camera/1 | rtsp://camera/1: network cameras are read by http:// or https://
          http:///stream  | http:///stream: no
          http://a b/     | http://a b/: no address
          """)
  void addressesThatAreNoneAreRefused(String address, String message) {
    assertThatThrownBy(() -> IpCameraSource.of(address))
        .isInstanceOf(PictureException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void addressesAreToldFromPaths() {
    assertThat(List.of("http://camera/", "https://camera", "rtsp://camera"))
        .allMatch(IpCameraSource::isAddress);
    assertThat(List.of("camera.jpg", "/tmp/http://", "C:\\pictures", "webcam:0"))
        .noneMatch(IpCameraSource::isAddress);
  }

  @Test
  void noThreadOutlivesItsStream() throws Exception {
    for (int i = 0; i < 5; i++) {
      try (FrameStream stream = new IpCameraSource(camera.stream()).open()) {
        stream.next();
      }
    }
    Instant deadline = Instant.now().plusSeconds(20);
    List<String> left = readers();
    while (!left.isEmpty() && Instant.now().isBefore(deadline)) {
      TimeUnit.MILLISECONDS.sleep(10);
      left = readers();
    }
    assertThat(left).isEmpty();
  }

  private List<String> readers() {
    List<String> names = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().contains(camera.stream().toString())) {
        names.add(thread.getName());
      }
    }
    return names;
  }

  /** Reads until it fails; pictures that are cut off by a loss don't count as one. */
  private static void drain(FrameStream stream) throws PictureException {
    while (true) {
      stream.next();
    }
  }

  private static void awaitBlue(FrameStream stream) throws PictureException {
    Instant deadline = Instant.now().plusSeconds(20);
    while (blue(stream) < 200) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  private static int blue(FrameStream stream) throws PictureException {
    return stream.next().orElseThrow().at(0, 0, 2);
  }

  private static byte[] jpeg(int rgb) {
    return Images.encoded(Images.plain(24, 16, rgb), "jpg");
  }
}
