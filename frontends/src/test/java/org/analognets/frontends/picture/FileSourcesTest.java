package org.analognets.frontends.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.analognets.frontends.picture.testing.FrameSourceKit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSourcesTest {
  private static final int COLOUR = FrameSourceKit.COLOUR;

  @TempDir Path directory;

  /** What the kit asks of every source, of files under a folder. */
  abstract class Kit extends FrameSourceKit {
    @Override
    protected Optional<FrameSource> missing() {
      return Optional.of(PictureFiles.source(directory.resolve("missing"), 2));
    }

    @Override
    protected Optional<FrameSource> silent() {
      return Optional.empty();
    }
  }

  @Nested
  class Still extends Kit {
    @Override
    protected FrameSource source() throws IOException {
      return PictureFiles.source(write("still.png", COLOUR), 2);
    }

    @Override
    protected Optional<FrameSource> broken() {
      return Optional.empty();
    }
  }

  @Nested
  class Folder extends Kit {
    @Override
    protected FrameSource source() throws IOException {
      write("a.png", COLOUR);
      write("b.JPG", 0);
      return PictureFiles.source(directory, 2);
    }

    @Override
    protected Optional<FrameSource> broken() throws IOException {
      write("a.png", COLOUR);
      Files.write(directory.resolve("b.jpg"), new byte[100]);
      Files.write(directory.resolve("c.png"), Images.pngClaiming(40_000, 40_000));
      write("d.png", COLOUR);
      return Optional.of(PictureFiles.source(directory, 2));
    }
  }

  @Nested
  class Animation extends Kit {
    @Override
    protected FrameSource source() throws IOException {
      Path gif = directory.resolve("moving.gif");
      return PictureFiles.source(Files.write(gif, Gifs.animation(50, COLOUR, 0x000000)), 2);
    }

    @Override
    protected Optional<FrameSource> broken() {
      return Optional.empty();
    }
  }

  @Test
  void aFolderIsShownByNameEachPictureForOneFrame() throws IOException {
    write("c.png", 0x0000ff);
    write("a.jpeg", 0xff0000);
    write("b.bmp", 0x00ff00);
    Files.writeString(directory.resolve("README.md"), "no picture");
    Files.writeString(directory.resolve(".hidden.png"), "no picture");
    Files.createDirectory(directory.resolve("folder.png"));
    assertThat(reds(PictureFiles.source(directory, 10))).hasSize(3);
    assertThat(reds(PictureFiles.source(directory, 10)).get(0)).isGreaterThan(250);
    assertThat(reds(PictureFiles.source(directory, 10)).subList(1, 3)).containsExactly(0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 2, 7.5})
  void aSinglePictureStandsStillForFiveSeconds(double framesPerSecond) throws IOException {
    FrameSource source = PictureFiles.source(write("still.png", COLOUR), framesPerSecond);
    int frames = (int) Math.max(1, Math.round(5 * framesPerSecond));
    assertThat(reds(source)).hasSize(frames).containsOnly(200);
  }

  @Test
  void anAnimationIsSeenAsItIsAtEachFramesTime() throws IOException {
    Path gif = directory.resolve("moving.gif");
    // Three images of 0.3 s each, seen at 0, 0.1, 0.2 ... s or at 0, 0.5 s.
    Files.write(gif, Gifs.animation(30, 0x100000, 0x200000, 0x300000));
    assertThat(reds(PictureFiles.source(gif, 10)))
        .containsExactly(16, 16, 16, 32, 32, 32, 48, 48, 48);
    assertThat(reds(PictureFiles.source(gif, 2))).containsExactly(16, 32);
  }

  @Test
  void anAnimationWithoutDelaysRunsAtTenImagesASecond() throws IOException {
    Path gif = directory.resolve("fast.gif");
    Files.write(gif, Gifs.animation(0, 0x100000, 0x200000, 0x300000));
    assertThat(reds(PictureFiles.source(gif, 10))).containsExactly(16, 32, 48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "restoreToBackgroundColor", "restoreToPrevious"})
  void partsOfAnAnimationAreLaidOverWhatTheirDisposalLeaves(String disposal) throws IOException {
    Path gif = directory.resolve("parts.gif");
    // The left half turns 0x20 for one image, then nothing but the right edge is drawn.
    Files.write(gif, Gifs.parts(disposal));
    List<Integer> left = reds(PictureFiles.source(gif, 10));
    int after =
        switch (disposal) {
          case "none" -> 0x20;
          case "restoreToPrevious" -> 0x10;
          default -> 0xff; // transparent, over white
        };
    assertThat(left).containsExactly(0x10, 0x20, after);
  }

  @Test
  void aCutAnimationShowsWhatItHasAndTellsItIsBroken() throws IOException {
    byte[] whole = Gifs.animation(10, 0x100000, 0x200000, 0x300000);
    Path gif = directory.resolve("cut.gif");
    Files.write(gif, Arrays.copyOf(whole, whole.length - 15));
    List<Integer> shown = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    read(PictureFiles.source(gif, 10), shown, errors);
    assertThat(shown).hasSizeLessThan(4).startsWith(16);
  }

  @Test
  void emptyFoldersAreNamed() {
    assertThatThrownBy(() -> PictureFiles.source(directory, 1).open())
        .isInstanceOf(PictureException.class)
        .hasMessage(directory + ": no pictures in this folder (.jpg, .jpeg, .png, .bmp, .gif)");
  }

  @Test
  void aSingleBrokenPictureEndsInsteadOfBeingSkipped() throws IOException {
    Path file = Files.write(directory.resolve("bad.png"), new byte[10]);
    assertThatThrownBy(() -> PictureFiles.source(file, 1).open())
        .isNotInstanceOf(BrokenPictureException.class)
        .isInstanceOf(PictureException.class)
        .hasMessage(file + ": is no JPEG, PNG, BMP or GIF picture; convert it");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void noRateThatIsNoRateIsTaken(double framesPerSecond) {
    assertThatThrownBy(() -> PictureFiles.source(directory, framesPerSecond))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("frames per second must be above 0, not " + framesPerSecond);
  }

  private Path write(String name, int rgb) throws IOException {
    String format = name.substring(name.lastIndexOf('.') + 1);
    return Files.write(directory.resolve(name), Images.encoded(Images.plain(24, 16, rgb), format));
  }

  private static List<Integer> reds(FrameSource source) throws PictureException {
    List<Integer> reds = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    read(source, reds, errors);
    assertThat(errors).isEmpty();
    return reds;
  }

  /** Red of the top left pixel of each picture, and the errors between them. */
  private static void read(FrameSource source, List<Integer> reds, List<String> errors)
      throws PictureException {
    try (FrameStream stream = source.open()) {
      for (boolean more = true; more; ) {
        try {
          Optional<Picture> next = stream.next();
          next.ifPresent(picture -> reds.add(picture.at(0, 0, 0)));
          more = next.isPresent();
        } catch (BrokenPictureException e) {
          errors.add(e.getMessage());
        }
      }
    }
  }
}
