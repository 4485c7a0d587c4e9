package org.analognets.training.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** TODO. */
final class CocoLayout {
  private CocoLayout() {}

  static List<Path> annotations(Path folder) {
    return List.of();
  }

  static List<LabelledPicture> read(Path folder, List<Path> annotations, PictureLoader loader)
      throws IOException {
    throw new IOException(folder + ": " + annotations + loader);
  }
}
