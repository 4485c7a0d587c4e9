package org.analognets.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.Collection;

/**
 * How one model's stream of pictures fares on the host, and what its motion gate spares the
 * accelerator. Safe for use by several threads.
 */
public final class PictureMeters extends StreamMeters {

  private final Counter pictures;
  private final Counter brokenPictures;
  private final Counter gatedPictures;
  private final Counter savedJoules;

  PictureMeters(Meters meters, String model, Collection<String> labels) {
    super(meters, model, labels);
    pictures =
        counter(meters, MeterNames.PICTURES, "Pictures that were looked at, gated ones too.");
    brokenPictures =
        counter(meters, MeterNames.BROKEN_PICTURES, "Broken pictures that were left out.");
    gatedPictures =
        counter(meters, MeterNames.GATED_PICTURES, "Pictures too still to be worth an inference.");
    savedJoules =
        counter(
            meters,
            MeterNames.CHIP_SAVED_ENERGY,
            "Modelled joules that the motion gate spared the accelerator.");
  }

  /** Counts one picture that was looked at. */
  public void picture() {
    pictures.increment();
  }

  /** Counts one broken picture. */
  public void brokenPicture() {
    brokenPictures.increment();
  }

  /**
   * Counts one picture that cost no inference.
   *
   * @param joules what the inference would have cost
   */
  public void gatedPicture(double joules) {
    gatedPictures.increment();
    savedJoules.increment(joules);
  }
}
