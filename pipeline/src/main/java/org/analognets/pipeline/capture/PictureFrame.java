package org.analognets.pipeline.capture;

import org.analognets.frontends.picture.Picture;

/**
 * The next picture of a stream.
 *
 * @param picture as the source gave it
 * @param streamSeconds the stream's time when it was taken: of a camera, seconds since it was first
 *     opened; of files, the picture's number, counted from 0, over the pictures a second
 * @param recording which opening of the source it is from, counted from 1; between two of them the
 *     view has a break
 * @param capturedNanos {@link System#nanoTime()} when the picture was there to be used
 */
public record PictureFrame(
    Picture picture, double streamSeconds, int recording, long capturedNanos) {

  /** This picture, captured now: what waits in a file has not been seen yet. */
  PictureFrame capturedNow() {
    return new PictureFrame(picture, streamSeconds, recording, System.nanoTime());
  }
}
