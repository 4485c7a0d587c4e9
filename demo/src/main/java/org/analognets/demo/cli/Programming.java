package org.analognets.demo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.analognets.demo.sensor.AgedChip;

/** A chip that is being programmed while other things get ready, which take about as long. */
final class Programming {
  private final CompletableFuture<AgedChip> chip;

  private Programming(CompletableFuture<AgedChip> chip) {
    this.chip = chip;
  }

  /** Makes a chip. */
  @FunctionalInterface
  interface Work {
    /** Programs or reads it. */
    AgedChip chip() throws IOException;
  }

  /** Begins in the background. */
  static Programming begin(Work work) {
    return new Programming(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return work.chip();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }

  /** Waits for the chip, and throws what programming it threw. */
  AgedChip await() throws IOException {
    try {
      return chip.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UncheckedIOException wrapped) {
        throw Objects.requireNonNull(wrapped.getCause());
      }
      if (failed.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw failed;
    }
  }
}
