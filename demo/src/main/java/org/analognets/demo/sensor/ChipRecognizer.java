package org.analognets.demo.sensor;

import java.util.List;
import java.util.Optional;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.Inference;
import org.analognets.pipeline.Recognizer;

/** A programmed chip and the clock that ages it, as the stream sees them. */
public final class ChipRecognizer implements Recognizer {
  private final Chip chip;
  private final ChipClock clock;

  /** A chip of which each inference takes place at the clock's next age. */
  public ChipRecognizer(Chip chip, ChipClock clock) {
    this.chip = chip;
    this.clock = clock;
  }

  @Override
  public String model() {
    return chip.model().network().name();
  }

  @Override
  public List<String> labels() {
    return chip.model().network().labels();
  }

  @Override
  public int inputSize() {
    return chip.model().network().input().size();
  }

  @Override
  public Optional<AonCim> accelerator() {
    return Optional.of(chip.settings());
  }

  @Override
  public Inference infer(float[] features) {
    return infer(features, 0);
  }

  @Override
  public Inference infer(float[] features, double streamSeconds) {
    return chip.infer(features, clock.next(streamSeconds));
  }
}
