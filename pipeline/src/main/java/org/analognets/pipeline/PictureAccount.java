package org.analognets.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.metrics.Meters;
import org.analognets.metrics.PictureMeters;
import org.analognets.pipeline.capture.PictureFrame;

/** The books of a stream of pictures. */
final class PictureAccount extends StreamAccount<WatchSummary> {

  private final PictureMeters pictureMeters;
  private final WakeListener listener;

  private final AtomicLong pictures = new AtomicLong();
  private final AtomicLong brokenPictures = new AtomicLong();
  private final AtomicLong gatedPictures = new AtomicLong();
  private final DoubleAdder savedJoules = new DoubleAdder();
  private volatile double pictureSeconds;

  /** What the last inference cost, and so what one more would. Only the stream touches it. */
  private double inferenceJoules;

  PictureAccount(
      Recognizer recognizer, Meters meters, PictureMeters pictureMeters, WakeListener listener) {
    super(recognizer, meters, pictureMeters, listener);
    this.pictureMeters = pictureMeters;
    this.listener = listener;
  }

  void saw(PictureFrame frame) {
    sourceGave();
    pictures.incrementAndGet();
    pictureSeconds = frame.streamSeconds();
    pictureMeters.picture();
    listener.saw(frame);
  }

  void gated() {
    gatedPictures.incrementAndGet();
    savedJoules.add(inferenceJoules);
    pictureMeters.gatedPicture(inferenceJoules);
  }

  @Override
  void inferred(ScoredWindow scored) {
    inferenceJoules = scored.inference().energy().totalJoules();
    super.inferred(scored);
  }

  @Override
  public void pictureBroken(String source, BrokenPictureException cause) {
    brokenPictures.incrementAndGet();
    pictureMeters.brokenPicture();
    listener.pictureBroken(source, cause);
  }

  @Override
  WatchSummary summary() {
    return new WatchSummary(
        model(),
        inferences(),
        wakeEvents(),
        energyJoules(),
        droppedFrames(),
        pictures.get(),
        brokenPictures.get(),
        gatedPictures.get(),
        savedJoules.sum(),
        pictureSeconds);
  }
}
