package org.analognets.demo.live;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.ConductanceMap;
import org.analognets.analog.chip.Inference;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.PcmModel;
import org.analognets.analog.model.Model;
import org.analognets.pipeline.Recognizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chip that can be exchanged while a stream uses it.
 *
 * <p>A new one is programmed and aged beside the stream and takes the old one's place between two
 * inferences; the stream waits for neither. Safe for use by several threads: inferences and looks at
 * the array take turns on this object's monitor, which a stream holds during an inference.
 */
public final class LiveChip implements Recognizer {
  private static final Logger LOG = LoggerFactory.getLogger(LiveChip.class);

  /** Cells a side of one pixel of the picture: 1024 x 512 cells become 512 x 256 pixels. */
  private static final int BLOCK_CELLS = 2;

  private final AonCim accelerator;
  private final Networks networks;
  private final LiveClock clock;
  private final Executor programmer;
  private final List<String> labels;
  private final int inputSize;
  private final String model;

  /** Held while {@link #wanted} is read and written, never for long. */
  private final Object choosing = new Object();

  private volatile Chip chip;
  private volatile ChipChoice wanted;
  private volatile Optional<String> problem = Optional.empty();

  /**
   * Begins with a chip.
   *
   * @param networks what is programmed when the width changes
   * @param programmer where chips are programmed, one at a time
   */
  public LiveChip(Chip first, Networks networks, LiveClock clock, Executor programmer) {
    this.chip = first;
    this.accelerator = first.settings();
    this.wanted = ChipChoice.of(first);
    this.networks = networks;
    this.clock = clock;
    this.programmer = programmer;
    this.model = first.model().network().name();
    this.labels = first.model().network().labels();
    this.inputSize = first.model().network().input().size();
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public int inputSize() {
    return inputSize;
  }

  @Override
  public Optional<AonCim> accelerator() {
    return Optional.of(chip.settings());
  }

  @Override
  public synchronized Inference infer(float[] features) {
    return chip.infer(features, clock.arrayAgeSeconds());
  }

  /** What its devices hold now. */
  public synchronized ConductanceMap conductances() {
    return chip.conductances(clock.arrayAgeSeconds(), BLOCK_CELLS);
  }

  /** The clock that ages it. */
  public LiveClock clock() {
    return clock;
  }

  /** The chip that works now. */
  public Chip chip() {
    return chip;
  }

  /** What was chosen last; it works once {@link #programming()} is over. */
  public ChipChoice wanted() {
    return wanted;
  }

  /** Whether another chip is on its way. */
  public boolean programming() {
    return !ChipChoice.of(chip).equals(wanted);
  }

  /** Why the last choice could not be had, if it couldn't. */
  public Optional<String> problem() {
    return problem;
  }

  /** Changes the choice; returns at once. */
  public void change(UnaryOperator<ChipChoice> change) {
    synchronized (choosing) {
      wanted = change.apply(wanted);
    }
    programmer.execute(this::program);
  }

  /** The same network on other devices, as young as can be; returns at once. */
  public void reprogram() {
    change(choice -> choice.withSeed(choice.seed() + 1));
    clock.set(LiveClock.YOUNGEST_SECONDS);
  }

  /** Devices with noise: those it began with, or where these are ideal, PCM. */
  public DeviceModel noisyDevices() {
    DeviceModel first = accelerator.deviceModel();
    return first.isIdeal() ? new PcmModel() : first;
  }

  private void program() {
    ChipChoice choice = wanted;
    if (choice.equals(ChipChoice.of(chip))) {
      return;
    }
    try {
      Chip next = choice.applyTo(accelerator).program(network(choice), choice.seed());
      next.conductances(clock.ageSeconds(), BLOCK_CELLS); // ages it here, not on the stream
      chip = next;
      problem = Optional.empty();
      LOG.info("{}: programmed {}", model, choice);
    } catch (IOException | IllegalArgumentException cannot) {
      problem = Optional.of(String.valueOf(cannot.getMessage()));
      change(latest -> latest.equals(choice) ? ChipChoice.of(chip) : latest);
      LOG.warn("{}: can't be programmed: {}", model, cannot.getMessage());
    }
  }

  private Model network(ChipChoice choice) throws IOException {
    Model next = networks.at(choice.converter());
    if (!next.network().labels().equals(labels) || next.network().input().size() != inputSize) {
      throw new IOException(
          "the network for %s bit has other labels or another input than the one that runs"
              .formatted(choice.converter().label()));
    }
    return next;
  }
}
