package org.analognets.frontends.picture;

import java.io.IOException;

/** A picture could not be taken or read; the message is one line for the user: where and what. */
public class PictureException extends IOException {
  private static final long serialVersionUID = 1L;

  public PictureException(String message) {
    super(message);
  }

  public PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
