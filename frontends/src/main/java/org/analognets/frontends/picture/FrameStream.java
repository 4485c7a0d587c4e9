package org.analognets.frontends.picture;

import java.util.Optional;

/** An open source of pictures, read in order by one thread. */
public interface FrameStream extends AutoCloseable {

  /**
   * The next picture; blocks until there is one.
   *
   * @return empty at the end, which a camera never reaches
   * @throws BrokenPictureException when only this picture is bad and the next may be asked for
   * @throws PictureException when the camera is gone or the files can't be read any more
   */
  Optional<Picture> next() throws PictureException;

  /** Releases the camera or files; a blocked {@link #next} then ends. Closing twice does nothing. */
  @Override
  void close();
}
