package org.analognets.analog.model;

import java.io.IOException;

/**
 * A model file could not be read or written; the message is one line for the user: which file, what
 * is wrong, what to do.
 */
public final class ModelException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with a file. */
  public ModelException(String message) {
    super(message);
  }

  /** Says what is wrong with a file, and keeps what showed it. */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
