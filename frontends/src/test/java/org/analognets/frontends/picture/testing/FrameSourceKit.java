package org.analognets.frontends.picture.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules of {@link FrameSource}, which every implementation passes. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class FrameSourceKit {

  /** Colour of the picture that {@link #source()} shows, as R, G, B in a number. */
  public static final int COLOUR = 0xc86432;

  /** One that shows a picture of 24 x 16 pixels, all of {@link #COLOUR}, at least at first. */
  protected abstract FrameSource source() throws Exception;

  /** One that isn't there; empty where a source always is. */
  protected abstract Optional<FrameSource> missing() throws Exception;

  /** One that shows, among others that are whole, a broken picture; empty where none can be. */
  protected abstract Optional<FrameSource> broken() throws Exception;

  /** One that opens and never shows a picture; empty where a source can't be silent. */
  protected abstract Optional<FrameSource> silent() throws Exception;

  @Test
  void hasANameOfOneLine() throws Exception {
    assertThat(source().name()).isNotBlank().hasLineCount(1);
  }

  @Test
  void showsItsPictureAtEachOpening() throws Exception {
    FrameSource source = source();
    for (int opening = 0; opening < 3; opening++) {
      try (FrameStream stream = source.open()) {
        assertShowsThePicture(stream.next());
      }
    }
  }

  @Test
  void twoStreamsDontDisturbEachOther() throws Exception {
    FrameSource source = source();
    try (FrameStream first = source.open()) {
      try (FrameStream second = source.open()) {
        assertShowsThePicture(first.next());
        assertShowsThePicture(second.next());
      }
      assertThat(first.next()).matches(next -> next.isPresent() || !source.live());
    }
  }

  @Test
  void picturesAreNotChangedByTheNext() throws Exception {
    try (FrameStream stream = source().open()) {
      Optional<Picture> first = stream.next();
      stream.next();
      assertShowsThePicture(first);
    }
  }

  @Test
  void isLiveOrEndsAndStaysEnded() throws Exception {
    FrameSource source = source();
    try (FrameStream stream = source.open()) {
      int pictures = 0;
      while (pictures < 1000 && stream.next().isPresent()) {
        pictures++;
        if (source.live() && pictures == 20) {
          return;
        }
      }
      assertThat(pictures).isBetween(1, 999);
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void aClosedStreamHasNoMorePicturesAndMayBeClosedAgain() throws Exception {
    FrameStream stream = source().open();
    stream.next();
    stream.close();
    stream.close();
    assertThat(stream.next()).isEmpty();
  }

  @Test
  void whatIsMissingIsToldInOneLine() throws Exception {
    FrameSource missing = assumed(missing());
    PictureException error = catchThrowableOfType(PictureException.class, missing::open);
    assertThat(error).isNotInstanceOf(BrokenPictureException.class);
    assertThat(error.getMessage()).contains(missing.name(), "; ").hasLineCount(1);
  }

  @Test
  void afterABrokenPictureTheNextFollows() throws Exception {
    int broken = 0;
    boolean followed = false;
    try (FrameStream stream = assumed(broken()).open()) {
      while (!followed) {
        try {
          Optional<Picture> next = stream.next();
          assertThat(next).isPresent();
          followed = broken > 0;
        } catch (BrokenPictureException e) {
          assertThat(e.getMessage()).hasLineCount(1);
          broken++;
        }
      }
    }
    assertThat(broken).isPositive();
  }

  @Test
  void closingEndsAWaitingReader() throws Exception {
    FrameStream stream = assumed(silent()).open();
    CompletableFuture<Optional<Picture>> waiting = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                waiting.complete(stream.next());
              } catch (PictureException e) {
                waiting.completeExceptionally(e);
              }
            });
    reader.start();
    while (reader.getState() != Thread.State.TIMED_WAITING
        && reader.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    stream.close();
    assertThat(waiting.get()).isEmpty();
    reader.join();
  }

  private static FrameSource assumed(Optional<FrameSource> source) {
    Assumptions.assumeTrue(source.isPresent(), "this kind of source can't be so");
    return source.orElseThrow();
  }

  /** To within the loss of a JPEG. */
  private static void assertShowsThePicture(Optional<Picture> shown) {
    Picture picture = shown.orElseThrow();
    assertThat(picture.width()).isEqualTo(24);
    assertThat(picture.height()).isEqualTo(16);
    int[] colour = {200, 100, 50};
    for (int channel = 0; channel < 3; channel++) {
      assertThat(picture.at(0, 0, channel)).isBetween(colour[channel] - 3, colour[channel] + 3);
      assertThat(picture.at(23, 15, channel)).isBetween(colour[channel] - 3, colour[channel] + 3);
    }
  }
}
