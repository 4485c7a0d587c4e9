package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.analognets.training.dataset.PictureSet;
import org.analognets.training.dataset.SpeechCommands;

/** Reads data sets, with a progress bar. */
final class DataSets {
  private DataSets() {}

  /** A folder of pictures with and without persons, in any layout that is known. */
  static PictureSet pictures(Path path) throws IOException {
    try (Progress progress = Progress.of("reading", "pictures", -1)) {
      return PictureSet.read(path, progress::stepTo);
    }
  }

  /** A folder or archive in the layout of Speech Commands. */
  static SpeechCommands clips(Path path) throws IOException {
    try (Progress progress = Progress.of("reading", "files", -1)) {
      return SpeechCommands.read(path, progress::stepTo);
    }
  }
}
