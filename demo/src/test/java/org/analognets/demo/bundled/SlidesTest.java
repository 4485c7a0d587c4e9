package org.analognets.demo.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;
import org.analognets.frontends.picture.testing.FrameSourceKit;
import org.junit.jupiter.api.Test;

class SlidesTest extends FrameSourceKit {

  @Override
  protected FrameSource source() {
    return new Slides("orange, then black", List.of(plain(COLOUR), plain(0)), 2);
  }

  @Override
  protected Optional<FrameSource> missing() {
    return Optional.empty();
  }

  @Override
  protected Optional<FrameSource> broken() {
    return Optional.empty();
  }

  @Override
  protected Optional<FrameSource> silent() {
    return Optional.empty();
  }

  @Test
  void eachPictureLastsItsFrames() throws PictureException {
    List<Integer> reds = new ArrayList<>();
    for (Picture picture : all(source())) {
      reds.add(picture.at(0, 0, 0));
    }
    assertThat(reds).containsExactly(200, 200, 0, 0);
  }

  @Test
  void noPictureCanLastNoFrame() {
    assertThatThrownBy(() -> new Slides("none", List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture lasts at least 1 frame, not 0");
  }

  @Test
  void theBundledPicturesAreThereAndSmall() throws IOException {
    List<Picture> pictures = all(Bundled.pictures());
    assertThat(pictures).hasSize(Bundled.pictures().frames()).hasSizeGreaterThan(40);
    assertThat(pictures).allMatch(p -> Math.max(p.width(), p.height()) == 320);
  }

  private static List<Picture> all(FrameSource source) throws PictureException {
    List<Picture> pictures = new ArrayList<>();
    try (FrameStream stream = source.open()) {
      for (Optional<Picture> next = stream.next(); next.isPresent(); next = stream.next()) {
        pictures.add(next.get());
      }
    }
    return pictures;
  }

  private static Picture plain(int colour) {
    byte[] rgb = new byte[3 * 24 * 16];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (colour >> (16 - 8 * (i % 3)));
    }
    return new Picture(24, 16, rgb);
  }
}
