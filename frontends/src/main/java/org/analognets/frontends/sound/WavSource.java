package org.analognets.frontends.sound;

import java.nio.file.Path;

/**
 * A WAV file as a source: read in pieces, so its length doesn't matter. Formats: {@link WavFile}.
 */
public final class WavSource implements AudioSource {
  private final Path path;

  /** Names a file; it is opened and checked by {@link #open()}. */
  public WavSource(Path path) {
    this.path = path;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public AudioStream open() throws AudioException {
    return MonoStream.of(WavInput.open(path));
  }
}
