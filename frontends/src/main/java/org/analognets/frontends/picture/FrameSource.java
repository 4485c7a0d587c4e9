package org.analognets.frontends.picture;

/** A place that pictures come from, one after the other: a camera, a folder, a file. */
public interface FrameSource {

  /** What a user calls it: the camera's name, its address, or the path. */
  String name();

  /**
   * Whether pictures arrive by the clock (a camera), so that what is not taken in time is lost. Files
   * are not live: they wait for their reader.
   */
  boolean live();

  /**
   * Opens the source; each call starts anew.
   *
   * @throws PictureException one line naming the source and what is wrong
   */
  FrameStream open() throws PictureException;
}
