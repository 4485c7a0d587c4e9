package org.analognets.pipeline.capture;

import org.analognets.frontends.picture.BrokenPictureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts losses, restarts and broken pictures into the log on their way to a listener. */
final class LoggingListener implements CaptureListener {

  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.class);

  private final CaptureListener listener;

  /** A camera that sends nothing but rubbish says the same many times a second. */
  private volatile String lastBroken = "";

  LoggingListener(CaptureListener listener) {
    this.listener = listener;
  }

  @Override
  public void frameDropped() {
    listener.frameDropped();
  }

  @Override
  public void pictureBroken(String source, BrokenPictureException cause) {
    String message = String.valueOf(cause.getMessage());
    if (!message.equals(lastBroken)) {
      LOG.warn("left out a picture: {}", message);
      lastBroken = message;
    }
    LOG.debug("left out a picture of {}", source, cause);
    listener.pictureBroken(source, cause);
  }

  @Override
  public void sourceLost(String source, Throwable cause) {
    LOG.warn("lost {}: {}", source, cause.getMessage());
    LOG.debug("lost {}", source, cause);
    listener.sourceLost(source, cause);
  }

  @Override
  public void sourceRestarted(String source) {
    LOG.info("opening {} again", source);
    listener.sourceRestarted(source);
  }
}
