package org.analognets.frontends.picture;

/** One picture is broken or too large; the source it came from goes on. */
public final class BrokenPictureException extends PictureException {
  private static final long serialVersionUID = 1L;

  public BrokenPictureException(String message) {
    super(message);
  }

  public BrokenPictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
