package org.analognets.demo.bundled;

import java.util.List;
import java.util.Optional;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;

/** Pictures in memory as a source, each standing still for some frames. */
public final class Slides implements FrameSource {
  private final String name;
  private final List<Picture> pictures;
  private final int framesEach;

  /**
   * A show of pictures.
   *
   * @param framesEach how many frames each one lasts, at least 1
   */
  public Slides(String name, List<Picture> pictures, int framesEach) {
    if (framesEach < 1) {
      throw new IllegalArgumentException("a picture lasts at least 1 frame, not " + framesEach);
    }
    this.name = name;
    this.pictures = List.copyOf(pictures);
    this.framesEach = framesEach;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean live() {
    return false;
  }

  /** How many frames it has. */
  public int frames() {
    return pictures.size() * framesEach;
  }

  @Override
  public FrameStream open() {
    return new FrameStream() {
      private int frame;

      @Override
      public Optional<Picture> next() {
        return frame >= frames()
            ? Optional.empty()
            : Optional.of(pictures.get(frame++ / framesEach));
      }

      @Override
      public void close() {
        frame = frames();
      }
    };
  }
}
