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

  /**
   * The network of a file, or where none is named the bundled one for a width.
   *
   * @throws IllegalArgumentException one line, when the file holds another network
   */
  static Model readOrBundled(NetworkName network, @Nullable Path file, Converter converter)
      throws IOException {
    if (file == null) {
      return bundled(network, converter);
    }
    Model model = OnnxModelFile.read(file);
    network.require(model.network(), file);
    return model;
  }

  private static Model bundled(NetworkName network, Converter converter) throws IOException {
    return switch (network) {
      case KWS -> Bundled.keywordModel(converter);
      case VWW -> Bundled.personModel(converter);
    };
  }
}
