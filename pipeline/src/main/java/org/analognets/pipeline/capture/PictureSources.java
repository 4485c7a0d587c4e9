package org.analognets.pipeline.capture;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.PictureException;

/** Makes streams of {@link PictureFrame}s from places that pictures come from. */
public final class PictureSources {

  private PictureSources() {}

  /**
   * The pictures of a source; each materialisation opens it anew.
   *
   * <p><b>A camera</b> is asked for its newest picture whenever one is due, and never waits for the
   * stream: what is not taken in time is dropped, oldest first. Once it has been open, it is opened again and again whenever it fails or ends, with exponential
   * backoff, and the stream goes on. If it can't be opened in the first place, the stream fails with
   * its {@link PictureException}.
   *
   * <p><b>Files</b> wait for the stream, and every one is taken; the stream completes after the
   * last, or fails with the {@link PictureException} that ended them.
   *
   * <p>A single broken picture is told to the listener and left out, whatever the source.
   *
   * @param framesPerSecond pictures to take of a camera, or that files show, in a second
   * @param listener hears of drops, broken pictures, losses and restarts
   * @throws IllegalArgumentException if the rate is not above 0, or if the settings want silence
   *     after the end
   */
  public static Source<PictureFrame, NotUsed> frames(
      FrameSource source,
      double framesPerSecond,
      CaptureSettings settings,
      CaptureListener listener) {
    if (!(framesPerSecond > 0) || Double.isInfinite(framesPerSecond)) {
      throw new IllegalArgumentException(
          "pictures a second must be more than 0: " + framesPerSecond);
    }
    if (settings.tailFrames() > 0) {
      throw new IllegalArgumentException(
          "pictures are followed by no silence, but settings want " + settings.tailFrames());
    }
    return Captured.frames(
        told -> new PictureCapture(source, framesPerSecond, told), settings, listener);
  }
}
