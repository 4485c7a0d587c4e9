package org.analognets.frontends.sound;

import java.util.List;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/**
 * A microphone as a source. It is opened at 16 kHz mono 16 bit where it can deliver that, else at
 * the best format that it has, which is then converted.
 *
 * <p>Opening looks the device up anew by name, so after it was lost the same source can be opened
 * again once it is back.
 */
public final class MicrophoneSource implements AudioSource {
  private static final int BUFFERS_PER_SECOND = 10;

  private final Microphone microphone;

  MicrophoneSource(Microphone microphone) {
    this.microphone = microphone;
  }

  /** The device that this source captures from. */
  public Microphone microphone() {
    return microphone;
  }

  @Override
  public String name() {
    return microphone.name();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public AudioStream open() throws AudioException {
    return open(Microphones.find(microphone));
  }

  AudioStream open(Mixer mixer) throws AudioException {
    List<CaptureFormats.Choice> choices = CaptureFormats.choices(mixer);
    String reason = "it offers no format that can be used: " + microphone.formats();
    for (CaptureFormats.Choice choice : choices) {
      try {
        return MonoStream.of(open(mixer, choice));
      } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
        // A device may claim a format and then refuse it: the next one is worth trying.
        reason = String.valueOf(e.getMessage());
      }
    }
    throw new AudioException(
        "microphone %s cannot be opened (%s); is another program using it?"
            .formatted(name(), reason.lines().findFirst().orElse("")));
  }

  private MonoInput open(Mixer mixer, CaptureFormats.Choice choice)
      throws LineUnavailableException {
    TargetDataLine line = (TargetDataLine) mixer.getLine(choice.lineInfo());
    int frameBytes = choice.channels() * choice.encoding().bytes();
    line.open(choice.audioFormat(), choice.rateHz() / BUFFERS_PER_SECOND * frameBytes);
    line.start();
    return new MicrophoneInput(line, choice, name());
  }
}
