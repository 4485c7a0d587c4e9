package org.analognets.demo.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.analognets.demo.bundled.Bundled;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.Microphone;
import org.analognets.frontends.sound.Microphones;
import org.analognets.frontends.sound.WavSource;

/** The places that sound comes from, as users write them. */
public final class SoundSource {
  /** The default microphone. */
  public static final String MICROPHONE = "mic";

  /** The bundled recording. */
  public static final String BUNDLED = "bundled";

  private static final String NAMED = MICROPHONE + ":";

  private SoundSource() {}

  /**
   * A source by its id: {@value #MICROPHONE}, {@code mic:NAME}, {@value #BUNDLED}, or a WAV file.
   *
   * @throws IOException one line, when there is no such microphone or file
   */
  public static AudioSource of(String id) throws IOException {
    if (id.equals(MICROPHONE)) {
      return Microphones.standard();
    }
    if (id.equals(BUNDLED)) {
      return Bundled.keywordRecording();
    }
    return id.startsWith(NAMED)
        ? Microphones.choose(id.substring(NAMED.length()))
        : new WavSource(Path.of(id));
  }

  /** The microphones that are there now, and the bundled recording. */
  public static List<SourceChoice> choices() {
    List<SourceChoice> choices = new ArrayList<>();
    for (Microphone microphone : Microphones.list()) {
      choices.add(new SourceChoice(NAMED + microphone.name(), microphone.name()));
    }
    choices.add(new SourceChoice(BUNDLED, "bundled recording"));
    return choices;
  }
}
