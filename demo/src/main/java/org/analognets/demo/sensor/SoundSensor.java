package org.analognets.demo.sensor;

import org.analognets.frontends.sound.AudioSource;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.Recognizer;
import org.analognets.pipeline.SensorPipeline;
import org.analognets.pipeline.WakePipeline;

/** Hears keywords. */
public record SoundSensor(
    AudioSource source, Recognizer recognizer, PipelineSettings settings, SensorHeader header)
    implements Sensor {

  private static final double WINDOW_SECONDS = 1;

  /** A chip at a source of sound: a microphone ages it by the clock, a recording by its own time. */
  public static SoundSensor of(AudioSource source, AgedChip aged, PipelineSettings settings) {
    ChipClock clock =
        source.live()
            ? ChipClock.wall(aged.ageSeconds())
            : ChipClock.stream(aged.ageSeconds(), WINDOW_SECONDS, settings.hopSeconds());
    return new SoundSensor(
        source,
        new ChipRecognizer(aged.chip(), clock),
        settings,
        SensorHeader.of(Sense.HEARING, aged, source.name()));
  }

  @Override
  public SensorPipeline pipeline(Meters meters) {
    return new WakePipeline(source, recognizer, meters, settings);
  }
}
