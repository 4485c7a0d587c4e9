package org.analognets.demo.cli;

import org.analognets.pipeline.WatchSettings;
import org.analognets.pipeline.decision.MotionGateSettings;
import org.analognets.pipeline.decision.PresenceSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How pictures become events. */
final class WatchOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--fps",
      paramLabel = "X",
      description =
          "Pictures to look at in a second: the newest of a camera, every one of files. Default: 2")
  private @Nullable Double framesPerSecond;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = {
        "Smallest median score that counts for a person, above 0 and at most 1; below 0.7 of it"
            + " counts for nobody. Default: 0.6"
      })
  private @Nullable Double threshold;

  @Option(
      names = "--median",
      paramLabel = "N",
      description = "Inferences that the median covers. Default: 3")
  private @Nullable Integer medianCount;

  @Option(
      names = "--confirm",
      paramLabel = "N",
      description = "Inferences in a row for a person before one came. Default: 2")
  private @Nullable Integer confirmCount;

  @Option(
      names = "--clear",
      paramLabel = "N",
      description = "Inferences in a row for nobody before the person left. Default: 4")
  private @Nullable Integer clearCount;

  @Option(
      names = "--motion-gate",
      arity = "0..1",
      paramLabel = "X",
      fallbackValue = "0.005",
      description = {
        "No inference for a picture whose mean luminance (0..1) at each place differs by less than"
            + " this from the last one inferred; at least one every 10 s. Without a number: 0.005"
      })
  private @Nullable Double motionThreshold;

  /**
   * The settings.
   *
   * @throws ParameterException one line, when a value is outside its range
   */
  WatchSettings settings() {
    try {
      WatchSettings settings = WatchSettings.defaults();
      settings = settings.withDecision(decision(settings.decision()));
      if (framesPerSecond != null) {
        settings = settings.withFramesPerSecond(framesPerSecond);
      }
      return motionThreshold == null
          ? settings
          : settings.withMotionGate(MotionGateSettings.defaults().withThreshold(motionThreshold));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private PresenceSettings decision(PresenceSettings defaults) {
    PresenceSettings decision = defaults;
    if (threshold != null) {
      decision = decision.withThreshold(threshold);
    }
    if (medianCount != null) {
      decision = decision.withMedianCount(medianCount);
    }
    if (confirmCount != null) {
      decision = decision.withConfirmCount(confirmCount);
    }
    return clearCount == null ? decision : decision.withClearCount(clearCount);
  }
}
