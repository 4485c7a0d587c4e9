package org.analognets.pipeline;

import java.util.Optional;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Inference;
import org.analognets.metrics.ChipMeters;

/** Tells the meters which chip answers and how old it is. For one stream. */
final class ChipAccount {

  private final Recognizer recognizer;
  private final ChipMeters meters;
  private Optional<AonCim> shown = Optional.empty();

  ChipAccount(Recognizer recognizer, ChipMeters meters) {
    this.recognizer = recognizer;
    this.meters = meters;
    look();
  }

  void inferred(Inference inference) {
    meters.age(inference.ageSeconds());
    look();
  }

  private void look() {
    Optional<AonCim> now = recognizer.accelerator();
    if (!now.equals(shown)) {
      shown = now;
      now.ifPresent(this::show);
    }
  }

  private void show(AonCim accelerator) {
    meters.programmed(
        accelerator.converter().label(),
        accelerator.deviceModel().name(),
        accelerator.compensation().label());
  }
}
