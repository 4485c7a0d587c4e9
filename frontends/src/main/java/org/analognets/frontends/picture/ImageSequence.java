package org.analognets.frontends.picture;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images in order, each read when it is asked for. */
interface ImageSequence {

  /**
   * The next image; null after the last.
   *
   * @throws BrokenPictureException when only this one is bad
   */
  @Nullable BufferedImage next() throws PictureException;

  /** Files, each once. */
  static ImageSequence of(List<Path> files) {
    Iterator<Path> left = files.iterator();
    return () -> left.hasNext() ? PictureFile.image(left.next()) : null;
  }

  /** Images in memory. */
  static ImageSequence of(Iterator<BufferedImage> images) {
    return () -> images.hasNext() ? images.next() : null;
  }
}
