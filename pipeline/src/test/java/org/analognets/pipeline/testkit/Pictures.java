package org.analognets.pipeline.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.analognets.frontends.picture.Picture;

/** Pictures to test with: grey ones, so that brightness is all they show. */
public final class Pictures {

  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  private Pictures() {}

  /** A picture of one grey, 0..255. */
  public static Picture grey(int level) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    Arrays.fill(rgb, (byte) level);
    return new Picture(WIDTH, HEIGHT, rgb);
  }

  /** A picture for each grey. */
  public static List<Picture> greys(int... levels) {
    return IntStream.of(levels).mapToObj(Pictures::grey).toList();
  }

  /** The grey of a picture. */
  public static int level(Picture picture) {
    return picture.at(0, 0, 0);
  }
}
