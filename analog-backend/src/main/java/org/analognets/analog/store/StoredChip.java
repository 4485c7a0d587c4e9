package org.analognets.analog.store;

import java.time.Duration;
import java.time.Instant;
import org.analognets.analog.chip.Chip;

/**
 * A chip and the moment it was programmed, from which its age goes on.
 *
 * @param chip the programmed chip
 * @param birth when it was programmed, by the wall clock
 */
public record StoredChip(Chip chip, Instant birth) {

  /** Seconds since programming; negative where the clock is behind the one at birth. */
  public double ageSeconds(Instant now) {
    Duration age = Duration.between(birth, now);
    return age.getSeconds() + age.getNano() * 1e-9;
  }
}
