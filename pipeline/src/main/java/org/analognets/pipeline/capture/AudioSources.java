package org.analognets.pipeline.capture;

import akka.NotUsed;
import akka.event.Logging;
import akka.stream.RestartSettings;
import akka.stream.ThrottleMode;
import akka.stream.javadsl.RestartSource;
import akka.stream.javadsl.Source;
import java.time.Duration;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.Mfcc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes streams of {@link AudioFrame}s from places that sound comes from. */
public final class AudioSources {

  private static final Logger LOG = LoggerFactory.getLogger(AudioSources.class);

  private static final int FRAMES_PER_SECOND = Mfcc.SAMPLE_RATE_HZ / Mfcc.HOP_SAMPLES;

  /** Frames a paced file may catch up at once, so that late timers don't add up. */
  private static final int PACING_BURST = 5;

  /** Spreads the restarts of several lost sources a little. */
  private static final double BACKOFF_RANDOM_FACTOR = 0.1;

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
    return Source.fromMaterializer(
            (materializer, attributes) ->
                source.live() ? live(source, settings, listener) : file(source, settings, listener))
        .mapMaterializedValue(ignored -> NotUsed.getInstance());
  }

  private static Source<AudioFrame, NotUsed> live(
      AudioSource source, CaptureSettings settings, CaptureListener listener) {
    Timeline timeline = new Timeline();
    CaptureListener logged = new LoggingListener(listener);
    RestartSettings restart =
        RestartSettings.create(
                duration(settings.minBackoffSeconds()),
                duration(settings.maxBackoffSeconds()),
                BACKOFF_RANDOM_FACTOR)
            // Waits begin small again once a source has kept going for as long as the longest.
            .withMaxRestarts(Integer.MAX_VALUE, duration(settings.maxBackoffSeconds()))
            .withRestartOn(cause -> timeline.wasOpened())
            .withLogSettings(RestartSettings.createLogSettings(Logging.DebugLevel()));
    return RestartSource.onFailuresWithBackoff(
        restart,
        () -> {
          if (timeline.wasOpened()) {
            logged.sourceRestarted(source.name());
          }
          return Source.fromGraph(new CaptureStage(source, settings, logged, timeline));
        });
  }

  private static Source<AudioFrame, NotUsed> file(
      AudioSource source, CaptureSettings settings, CaptureListener listener) {
    Source<AudioFrame, NotUsed> frames =
        Source.fromGraph(new CaptureStage(source, settings, listener, new Timeline()));
    return (settings.paced() ? paced(frames) : frames).map(AudioFrame::capturedNow);
  }

  private static Source<AudioFrame, NotUsed> paced(Source<AudioFrame, NotUsed> frames) {
    return frames.throttle(
        FRAMES_PER_SECOND, Duration.ofSeconds(1), PACING_BURST, ThrottleMode.shaping());
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** Puts losses and restarts into the log on their way to a listener. */
  private record LoggingListener(CaptureListener listener) implements CaptureListener {

    @Override
    public void frameDropped() {
      listener.frameDropped();
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
}
