package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.demo.bundled.Bundled;
import org.jspecify.annotations.Nullable;

/** The network that a command works with. */
final class Models {
  private Models() {}

  /** The network of a file, or the bundled one where none is named. */
  static Model readOrBundled(@Nullable Path file) throws IOException {
    return file == null ? Bundled.keywordModel() : OnnxModelFile.read(file);
  }
}
