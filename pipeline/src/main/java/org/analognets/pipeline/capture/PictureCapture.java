package org.analognets.pipeline.capture;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;

/**
 * Pictures at a steady rate: of a camera the newest whenever one is due, of files all of them. A
 * broken one is told and left out.
 */
final class PictureCapture extends Capture<PictureFrame> {

  private final FrameSource source;
  private final double framesPerSecond;
  private final CaptureListener listener;

  // Touched by one capture thread at a time; the dispatcher orders one's work before the next
  // one's.
  private final FramePace pace;
  private long firstOpenedNanos;
  private long pictures;

  PictureCapture(FrameSource source, double framesPerSecond, CaptureListener listener) {
    this.source = source;
    this.framesPerSecond = framesPerSecond;
    this.listener = listener;
    pace = new FramePace(framesPerSecond);
  }

  @Override
  String name() {
    return source.name();
  }

  @Override
  boolean live() {
    return source.live();
  }

  @Override
  double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  int pacingBurst() {
    return 1;
  }

  @Override
  PictureFrame capturedNow(PictureFrame frame) {
    return frame.capturedNow();
  }

  @Override
  Frames<PictureFrame> openSource() throws PictureException {
    FrameStream stream = source.open();
    if (!wasOpened()) {
      firstOpenedNanos = System.nanoTime();
    }
    return source.live() ? new LiveFrames(stream) : new FileFrames(stream);
  }

  private PictureFrame frame(Picture picture, double streamSeconds) {
    return new PictureFrame(picture, streamSeconds, recording(), System.nanoTime());
  }

  private final class LiveFrames implements Frames<PictureFrame> {

    private final FrameStream stream;
    private final CountDownLatch closed = new CountDownLatch(1);

    LiveFrames(FrameStream stream) {
      this.stream = stream;
    }

    @Override
    public Optional<PictureFrame> next() throws PictureException, InterruptedException {
      while (!closedWhileWaiting()) {
        try {
          Optional<Picture> picture = stream.next();
          pace.taken(now());
          return Optional.of(frame(picture.orElseThrow(this::ended), now()));
        } catch (BrokenPictureException broken) {
          pace.taken(now());
          listener.pictureBroken(source.name(), broken);
        }
      }
      throw ended();
    }

    private boolean closedWhileWaiting() throws InterruptedException {
      long waitNanos = (long) (1e9 * pace.waitSeconds(now()));
      return closed.await(waitNanos, TimeUnit.NANOSECONDS);
    }

    private double now() {
      return (System.nanoTime() - firstOpenedNanos) * 1e-9;
    }

    private PictureException ended() {
      return new PictureException(source.name() + ": gives no more pictures");
    }

    @Override
    public void close() {
      closed.countDown();
      stream.close();
    }
  }

  private final class FileFrames implements Frames<PictureFrame> {

    private final FrameStream stream;

    FileFrames(FrameStream stream) {
      this.stream = stream;
    }

    @Override
    public Optional<PictureFrame> next() throws PictureException {
      while (true) {
        double streamSeconds = pictures++ / framesPerSecond; // a broken one's place stays empty
        try {
          return stream.next().map(picture -> frame(picture, streamSeconds));
        } catch (BrokenPictureException broken) {
          listener.pictureBroken(source.name(), broken);
        }
      }
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
