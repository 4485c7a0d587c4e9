package org.analognets.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.demo.bundled.Bundled;
import org.jspecify.annotations.Nullable;

/** The network that a command works with. */
final class Models {
  private Models() {}

  /** The network of a file, or where none is named the bundled one for a width. */
  static Model readOrBundled(@Nullable Path file, Converter converter) throws IOException {
    return file == null ? Bundled.keywordModel(converter) : OnnxModelFile.read(file);
  }
}
