package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.analognets.training.dataset.SpeechCommands;

/** Reads data sets, with a progress bar. */
final class DataSets {
  private DataSets() {}

  /** A folder or archive in the layout of Speech Commands. */
  static SpeechCommands read(Path path) throws IOException {
    try (Progress progress = Progress.of("reading", "files", -1)) {
      return SpeechCommands.read(path, progress::stepTo);
    }
  }
}
