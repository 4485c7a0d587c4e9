package org.analognets.pipeline.capture;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;

/** Makes streams of {@link AudioFrame}s from places that sound comes from. */
public final class AudioSources {

  private AudioSources() {}

  /**
   * The frames of a source; each materialisation opens it anew.
   *
   * <p><b>A live source</b> never waits for the stream: what is not taken in time is dropped,
   * oldest first. Once it has been open, it is opened again and again whenever it fails or ends,
   * with exponential backoff, and the stream goes on. If it can't be opened in the first place, the
   * stream fails with its {@link AudioException}.
   *
   * <p><b>A file</b> waits for the stream and never drops; the stream fails with its {@link
   * AudioException} after the last frame before the damage, or completes after its sound and {@link
   * CaptureSettings#tailFrames()} of silence.
   *
   * @param listener hears of drops, losses and restarts
   */
  public static Source<AudioFrame, NotUsed> frames(
      AudioSource source, CaptureSettings settings, CaptureListener listener) {
    return Captured.frames(
        ignored -> new SoundCapture(source, settings.tailFrames()), settings, listener);
  }
}
