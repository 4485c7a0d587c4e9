package org.analognets.demo.live;

import akka.actor.ActorSystem;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.WakeListener;
import org.analognets.pipeline.WatchPipeline;
import org.analognets.pipeline.WatchSettings;
import org.analognets.pipeline.decision.PosteriorMedian;
import org.analognets.pipeline.decision.Threshold;

/** Seeing: cameras and picture files, and the pipeline for persons. */
public final class LivePictures implements LiveInput {
  private final ActorSystem system;
  private final Meters meters;
  private final LiveChip chip;
  private final WatchSettings settings;
  private final Threshold threshold;

  /** Seeing with a chip and a threshold that may change meanwhile. */
  public LivePictures(
      ActorSystem system,
      Meters meters,
      LiveChip chip,
      WatchSettings settings,
      Threshold threshold) {
    this.system = system;
    this.meters = meters;
    this.chip = chip;
    this.settings = settings;
    this.threshold = threshold;
  }

  @Override
  public Started start(String sourceId, WakeListener listener) throws IOException {
    FrameSource source = PictureSource.of(sourceId, settings.framesPerSecond());
    FrameSource endless = source.live() ? source : new LoopedPictures(source);
    WatchSettings paced = settings.withCapture(settings.capture().withPaced(!source.live()));
    WatchPipeline pipeline = new WatchPipeline(endless, chip, meters, paced, threshold);
    return new Started(pipeline.run(system, listener), source.name());
  }

  @Override
  public List<SourceChoice> choices() {
    return PictureSource.choices();
  }

  @Override
  public String standardId() {
    return PictureSource.CAMERA;
  }

  @Override
  public String fallbackId() {
    return PictureSource.BUNDLED;
  }

  @Override
  public double hopSeconds() {
    return 1 / settings.framesPerSecond();
  }

  /** Medians of each label, as the decision takes that of a person. */
  @Override
  public UnaryOperator<float[]> scores(int labels) {
    PosteriorMedian[] medians = new PosteriorMedian[labels];
    for (int label = 0; label < labels; label++) {
      medians[label] = new PosteriorMedian(settings.decision().medianCount());
    }
    return posteriors -> {
      float[] scores = new float[labels];
      for (int label = 0; label < labels; label++) {
        medians[label].add(posteriors[label]);
        scores[label] = (float) medians[label].value();
      }
      return scores;
    };
  }
}
