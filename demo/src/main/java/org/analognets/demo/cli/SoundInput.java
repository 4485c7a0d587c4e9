package org.analognets.demo.cli;

import org.analognets.demo.bundled.Bundled;
import org.analognets.demo.live.SoundSource;
import org.analognets.demo.sensor.AgedChip;
import org.analognets.demo.sensor.SoundSensor;
import org.analognets.demo.sensor.WantedSensor;
import org.analognets.frontends.sound.Microphones;
import org.analognets.pipeline.PipelineSettings;
import org.jspecify.annotations.Nullable;

/** From what users write of sound to a sensor that hears it. */
final class SoundInput {
  private SoundInput() {}

  /**
   * A sensor at what users name; where they name nothing, at the default microphone, or at the
   * bundled recording where there is none.
   */
  static WantedSensor sensor(@Nullable String input, AgedChip chip, PipelineSettings settings) {
    if (input != null) {
      return WantedSensor.only(() -> SoundSensor.of(SoundSource.of(input), chip, settings));
    }
    return WantedSensor.only(() -> SoundSensor.of(Microphones.standard(), chip, settings))
        .or(
            () -> SoundSensor.of(Bundled.keywordRecording(), chip, settings),
            "playing the bundled recording");
  }
}
