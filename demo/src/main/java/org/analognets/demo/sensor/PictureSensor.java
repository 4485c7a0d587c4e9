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
    ChipClock clock =
        source.live()
            ? ChipClock.wall(aged.ageSeconds())
            : ChipClock.byStreamTime(aged.ageSeconds());
    return new PictureSensor(
        source,
        new ChipRecognizer(aged.chip(), clock),
        settings,
        SensorHeader.of(Sense.SEEING, aged, source.name()));
  }

  @Override
  public SensorPipeline pipeline(Meters meters) {
    return new WatchPipeline(source, recognizer, meters, settings);
  }
}
