package org.analognets.pipeline.capture;

import java.util.Optional;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;

/**
 * Pictures at a steady rate: of a camera those that are due, of files all of them. A broken one is
 * told and left out.
 */
final class PictureCapture extends Capture<PictureFrame> {

  private final FrameSource source;
  private final double framesPerSecond;
  private final CaptureListener listener;
  private final DuePictures due;

  // Touched by one capture thread at a time; the dispatcher orders one thread's work before the
  // next.
  private long pictures;
  private long firstOpenedNanos;

  PictureCapture(FrameSource source, double framesPerSecond, CaptureListener listener) {
    this.source = source;
    this.framesPerSecond = framesPerSecond;
    this.listener = listener;
    due = new DuePictures(framesPerSecond);
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
    return new IntactFrames(stream);
  }

  private final class IntactFrames implements Frames<PictureFrame> {

    private final FrameStream stream;
    private volatile boolean closed;

    IntactFrames(FrameStream stream) {
      this.stream = stream;
    }

    @Override
    public Optional<PictureFrame> next() throws PictureException {
      while (!closed) {
        try {
          Optional<Picture> picture = stream.next();
          if (!source.live()) {
            return picture.map(taken -> frame(taken, pictures++ / framesPerSecond));
          }
          Optional<PictureFrame> frame = ifDue(picture.orElseThrow(this::ended));
          if (frame.isPresent()) {
            return frame;
          }
        } catch (BrokenPictureException broken) {
          pictures++; // its place in time stays empty
          listener.pictureBroken(source.name(), broken);
        }
      }
      throw ended();
    }

    private Optional<PictureFrame> ifDue(Picture picture) {
      double seconds = (System.nanoTime() - firstOpenedNanos) * 1e-9;
      return due.take(seconds) ? Optional.of(frame(picture, seconds)) : Optional.empty();
    }

    private PictureFrame frame(Picture picture, double streamSeconds) {
      return new PictureFrame(picture, streamSeconds, recording(), System.nanoTime());
    }

    private PictureException ended() {
      return new PictureException(source.name() + ": gives no more pictures");
    }

    @Override
    public void close() {
      closed = true;
      stream.close();
    }
  }
}
