package org.analognets.demo.sensor;

import org.analognets.frontends.picture.FrameSource;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.Recognizer;
import org.analognets.pipeline.SensorPipeline;
import org.analognets.pipeline.WatchPipeline;
import org.analognets.pipeline.WatchSettings;

/** Sees persons come and leave. */
public record PictureSensor(
    FrameSource source, Recognizer recognizer, WatchSettings settings, SensorHeader header)
    implements Sensor {

  /** A chip at a source of pictures: a camera ages it by the clock, files by their own time. */
  public static PictureSensor of(FrameSource source, AgedChip aged, WatchSettings settings) {
    Recognizer recognizer =
        source.live()
            ? new ChipRecognizer(aged.chip(), ChipClock.wall(aged.ageSeconds()))
            : new StreamAgedRecognizer(aged);
    return new PictureSensor(
        source, recognizer, settings, SensorHeader.of(Sense.SEEING, aged, source.name()));
  }

  @Override
  public SensorPipeline pipeline(Meters meters) {
    return new WatchPipeline(source, recognizer, meters, settings);
  }
}
