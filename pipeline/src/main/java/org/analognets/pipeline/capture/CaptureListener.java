package org.analognets.pipeline.capture;

import org.analognets.frontends.picture.BrokenPictureException;

/** Hears what goes wrong while sound or pictures are captured. Its methods must not block. */
public interface CaptureListener {

  /** Hears nothing. */
  CaptureListener NONE = new CaptureListener() {};

  /** The buffer was full, so its oldest frame was dropped. Called by the capture thread. */
  default void frameDropped() {}

  /**
   * A picture was broken and left out; the stream goes on with the next one. Called by the capture
   * thread.
   *
   * @param source its name
   * @param cause what is wrong with the picture
   */
  default void pictureBroken(String source, BrokenPictureException cause) {}

  /**
   * A live source that had been open failed or ended; it will be opened again after a while.
   *
   * @param source its name
   * @param cause what it said
   */
  default void sourceLost(String source, Throwable cause) {}

  /**
   * A lost source is being opened again; if that fails, {@link #sourceLost} follows.
   *
   * @param source its name
   */
  default void sourceRestarted(String source) {}
}
