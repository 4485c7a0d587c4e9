package org.analognets.pipeline.capture;

import akka.NotUsed;
import akka.event.Logging;
import akka.stream.RestartSettings;
import akka.stream.ThrottleMode;
import akka.stream.javadsl.RestartSource;
import akka.stream.javadsl.Source;
import java.time.Duration;
import java.util.function.Function;

/**
 * Makes a stream of whatever is captured: a live source is opened again when it is lost, a file is
 * paced and waits.
 */
final class Captured {

  /** Spreads the restarts of several lost sources a little. */
  private static final double BACKOFF_RANDOM_FACTOR = 0.1;

  private Captured() {}

  /**
   * The frames of a source; each materialisation captures anew.
   *
   * @param capture makes what one run captures, given who hears of its troubles
   */
  static <T> Source<T, NotUsed> frames(
      Function<CaptureListener, Capture<T>> capture,
      CaptureSettings settings,
      CaptureListener listener) {
    return Source.fromMaterializer(
            (materializer, attributes) -> {
              CaptureListener logged = new LoggingListener(listener);
              Capture<T> source = capture.apply(logged);
              return source.live()
                  ? live(source, settings, logged)
                  : file(source, settings, logged);
            })
        .mapMaterializedValue(ignored -> NotUsed.getInstance());
  }

  private static <T> Source<T, NotUsed> live(
      Capture<T> source, CaptureSettings settings, CaptureListener listener) {
    RestartSettings restart =
        RestartSettings.create(
                duration(settings.minBackoffSeconds()),
                duration(settings.maxBackoffSeconds()),
                BACKOFF_RANDOM_FACTOR)
            // Waits begin small again once a source has kept going for as long as the longest.
            .withMaxRestarts(Integer.MAX_VALUE, duration(settings.maxBackoffSeconds()))
            .withRestartOn(cause -> source.wasOpened())
            .withLogSettings(RestartSettings.createLogSettings(Logging.DebugLevel()));
    return RestartSource.onFailuresWithBackoff(
        restart,
        () -> {
          if (source.wasOpened()) {
            listener.sourceRestarted(source.name());
          }
          return stage(source, settings, listener);
        });
  }

  private static <T> Source<T, NotUsed> file(
      Capture<T> source, CaptureSettings settings, CaptureListener listener) {
    Source<T, NotUsed> frames = stage(source, settings, listener);
    return (settings.paced() ? paced(source, frames) : frames).map(source::capturedNow);
  }

  private static <T> Source<T, NotUsed> stage(
      Capture<T> source, CaptureSettings settings, CaptureListener listener) {
    return Source.fromGraph(new CaptureStage<>(source, settings.bufferFrames(), listener));
  }

  private static <T> Source<T, NotUsed> paced(Capture<T> source, Source<T, NotUsed> frames) {
    return frames.throttle(
        1, duration(1 / source.framesPerSecond()), source.pacingBurst(), ThrottleMode.shaping());
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
