package org.analognets.demo.live;

import java.util.Optional;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;

/** Pictures that begin again after their end. */
final class LoopedPictures implements FrameSource {
  private final FrameSource pictures;

  /** Repeats pictures that are not live. */
  LoopedPictures(FrameSource pictures) {
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return pictures.name();
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public FrameStream open() throws PictureException {
    return new Loop();
  }

  private final class Loop implements FrameStream {
    private FrameStream round = pictures.open();
    private volatile boolean closed;

    Loop() throws PictureException {}

    @Override
    public Optional<Picture> next() throws PictureException {
      Optional<Picture> next = round.next();
      if (next.isPresent() || closed) {
        return next;
      }
      round.close();
      round = pictures.open();
      Optional<Picture> first = round.next();
      if (first.isEmpty() && !closed) {
        throw new PictureException(name() + ": holds no pictures");
      }
      return first;
    }

    @Override
    public void close() {
      closed = true;
      round.close();
    }
  }
}
