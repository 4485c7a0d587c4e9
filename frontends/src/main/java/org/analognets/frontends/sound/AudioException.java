package org.analognets.frontends.sound;

import java.io.IOException;

/** Sound could not be opened or read; the message is one line for the user: where and what. */
public final class AudioException extends IOException {
  private static final long serialVersionUID = 1L;

  public AudioException(String message) {
    super(message);
  }

  public AudioException(String message, Throwable cause) {
    super(message, cause);
  }
}
