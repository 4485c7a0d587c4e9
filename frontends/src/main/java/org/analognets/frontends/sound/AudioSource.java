package org.analognets.frontends.sound;

/** A place that sound comes from: a microphone or a file, always given as 16 kHz mono samples. */
public interface AudioSource {

  /** What a user calls it: the device's name or the file's path. */
  String name();

  /**
   * Whether sound arrives by the clock (a microphone), so that what is not read in time is lost. A
   * file is not live: it waits for its reader.
   */
  boolean live();

  /**
   * Opens the source; each call starts a new recording.
   *
   * @throws AudioException one line naming the source and what is wrong
   */
  AudioStream open() throws AudioException;
}
