package org.analognets.frontends.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.analognets.frontends.picture.testing.FrameSourceKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cameras of this machine, with the kit's rules upon fake ones: machines that build have none. */
class CameraSourceTest extends FrameSourceKit {
  private static final Dimension SIZE = new Dimension(320, 240);
  private static final long AT_ONCE_NANOS = 0;

  private final FakeCamera fake = new FakeCamera("Fake /dev/video0", SIZE);
  private final FakeCamera.Driver driver = new FakeCamera.Driver(fake);
  private final Camera camera = new Camera(0, "Fake /dev/video0", "320x240");

  @TempDir Path directory;

  @Override
  protected FrameSource source() {
    return new CameraSource(camera, driver);
  }

  @Override
  protected Optional<FrameSource> missing() {
    driver.unplug();
    return Optional.of(source());
  }

  @Override
  protected Optional<FrameSource> broken() {
    return Optional.empty();
  }

  @Override
  protected Optional<FrameSource> silent() {
    return Optional.empty();
  }

  @ParameterizedTest
  @CsvSource({
    "'176x144,320x240,640x480', 320x240",
    "'640x480,160x120', 160x120",
    "'1920x1080,1280x720', 1280x720",
    "'176x144,1600x90', 176x144",
    "'80x60,64x48', 80x60",
    "640x480, 640x480"
  })
  void theSmallestWholeViewWithEnoughPixelsIsTaken(String offered, String taken) {
    Dimension[] sizes =
        Pattern.compile(",")
            .splitAsStream(offered)
            .map(CameraSourceTest::size)
            .toArray(Dimension[]::new);
    assertThat(CameraSource.nearest(sizes)).isEqualTo(size(taken));
  }

  private static Dimension size(String text) {
    String[] sides = text.split("x", 2);
    return new Dimension(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  @Test
  void aCameraIsOpenedInTheResolutionThatIsTaken() throws PictureException {
    try (FrameStream stream = source().open()) {
      assertThat(stream.next()).isPresent();
      assertThat(fake.size()).isEqualTo(SIZE);
      assertThat(fake.isOpen()).isTrue();
    }
    assertThat(fake.isOpen()).isFalse();
  }

  @Test
  void aCameraInUseIsToldInOneLine() {
    fake.refusing();
    assertThatThrownBy(() -> source().open())
        .isInstanceOf(PictureException.class)
        .hasMessage(
            "camera Fake /dev/video0 cannot be used (Cannot start native grabber!);"
                + " is another program using it?");
  }

  @Test
  void aCameraThatGivesNothingAnyMoreIsLost() throws PictureException {
    try (FrameStream stream = source().open()) {
      stream.next();
      fake.blind();
      assertLost(stream);
    }
  }

  @Test
  void aStandingPictureOfAnUnpluggedCameraIsALoss() throws PictureException {
    try (FrameStream stream = watched().open()) {
      stream.next();
      fake.freeze();
      assertThat(stream.next()).isPresent();
      driver.unplug();
      assertLost(stream);
    }
  }

  @Test
  void aStandingPictureOfACameraThatIsStillThereIsNone() throws PictureException {
    fake.freeze();
    try (FrameStream stream = watched().open()) {
      for (int i = 0; i < 10; i++) {
        assertThat(stream.next()).isPresent();
      }
    }
  }

  private static void assertLost(FrameStream stream) {
    assertThatThrownBy(stream::next)
        .isInstanceOf(PictureException.class)
        .hasMessage("camera Fake /dev/video0 delivers no more pictures; is it still connected?");
  }

  /** The fake in the hands of what watches real ones. */
  private FrameSource watched() {
    BuiltInCamera watched = new BuiltInCamera(fake.device(), driver, AT_ONCE_NANOS);
    return new FrameSource() {
      @Override
      public String name() {
        return watched.getName();
      }

      @Override
      public boolean live() {
        return true;
      }

      @Override
      public FrameStream open() throws PictureException {
        return WebcamStream.open(watched, "camera " + name());
      }
    };
  }

  @Test
  void aMissingLibraryIsNamedWithWhatToDo() throws IOException {
    Files.createFile(directory.resolve("video0"));
    BuiltInDriver.Loader loader =
        () -> {
          throw new UnsatisfiedLinkError("/tmp/x.so: libv4l2.so.0: cannot open shared object file");
        };
    assertThatThrownBy(() -> Cameras.devices(new BuiltInDriver(directory, loader)))
        .isInstanceOf(PictureException.class)
        .hasMessage(
            "cameras need the library libv4l; install it (Debian, Ubuntu: apt install libv4l-0)");
  }

  static Stream<BuiltInDriver.Loader> unfitLoaders() {
    return Stream.of(
        () -> {
          throw new IOException("none for this system");
        },
        () -> {
          throw new NoClassDefFoundError("Could not initialize class org.bridj.BridJ");
        },
        () -> {
          throw new IllegalStateException("no such platform");
        });
  }

  @ParameterizedTest
  @MethodSource("unfitLoaders")
  void aSystemWithoutCameraLibraryIsToldSo(BuiltInDriver.Loader loader) throws IOException {
    Files.createFile(directory.resolve("video0"));
    assertThatThrownBy(() -> Cameras.devices(new BuiltInDriver(directory, loader)))
        .isInstanceOf(PictureException.class)
        .hasMessageStartingWith("there is no camera library for this system (")
        .hasMessageEndingWith("); use a network camera instead");
  }

  @Test
  void noLibraryIsTouchedWhereNoCameraCanBe() throws PictureException {
    BuiltInDriver.Loader loader =
        () -> {
          throw new IOException("must not be called");
        };
    assertThat(Cameras.devices(new BuiltInDriver(directory, loader))).isEmpty();
  }
}
