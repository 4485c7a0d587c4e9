package org.analognets.demo.sensor;

/** What a sensor does, in words for people. */
public enum Sense {
  /** Keywords in sound. */
  HEARING("listening to", "keyword", "microphone, MFCC"),
  /** Persons in pictures. */
  SEEING("watching", "event", "camera, downscaling");

  private final String activity;
  private final String event;
  private final String otherParts;

  Sense(String activity, String event, String otherParts) {
    this.activity = activity;
    this.event = event;
    this.otherParts = otherParts;
  }

  /** What it does with its source. */
  String activity() {
    return activity;
  }

  /** What it calls its events. */
  String event() {
    return event;
  }

  /** What draws power ahead of the accelerator, and is not in its energy. */
  String otherParts() {
    return otherParts;
  }
}
