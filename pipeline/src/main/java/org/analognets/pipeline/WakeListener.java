package org.analognets.pipeline;

/**
 * Hears what a stream has to say. Calls come from one thread at a time, but not always the same; as
 * long as one takes, the stream waits. If one throws, the stream fails with that.
 */
@FunctionalInterface
public interface WakeListener {

  /** A keyword was heard. */
  void woke(WakeEvent event);

  /** A window was decided on; the event, if it is one, follows by {@link #woke}. */
  default void decided(Decided window) {}

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
