package org.analognets.pipeline;

import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.pipeline.capture.PictureFrame;

/**
 * Hears what a stream has to say. Calls come from one thread at a time, but not always the same; as
 * long as one takes, the stream waits. If one throws, the stream fails with that.
 */
@FunctionalInterface
public interface WakeListener {

  /** A keyword was heard, or a person came or left. */
  void woke(WakeEvent event);

  /** A picture is being looked at; unless a motion gate holds it back, {@link #decided} follows. */
  default void saw(PictureFrame frame) {}

  /** A window was decided on; the event, if it is one, follows by {@link #woke}. */
  default void decided(Decided window) {}

  /**
   * A picture was broken and left out. Called by the capture thread, also while another call goes
   * on.
   *
   * @param source where it came from
   * @param cause what is wrong with it
   */
  default void pictureBroken(String source, BrokenPictureException cause) {}

  /**
   * A live source failed or ended; it will be opened again after a while.
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
