package org.analognets.demo;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** A few dozen real clips in the layout of Speech Commands; where they come from is told beside them. */
public final class SpeechFixture {
  private SpeechFixture() {}

  /** Its folder. */
  public static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(SpeechFixture.class.getResource("speech/README.md")).toURI())
          .resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
