package org.analognets.demo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LiveClockTest {
  private static final double YEAR = LiveClock.OLDEST_SECONDS;

  private long nanos;
  private final LiveClock clock = new LiveClock(25, () -> nanos);

  private void pass(double seconds) {
    nanos += Math.round(seconds * 1e9);
  }

  @Test
  void aChipAgesByTheWallClockTimesTheSpeed() {
    pass(10);
    assertThat(clock.ageSeconds()).isCloseTo(35, within(1e-6));
    clock.setSpeed(3600);
    pass(2);
    assertThat(clock.ageSeconds()).isCloseTo(35 + 7200, within(1e-6));
    clock.setSpeed(0);
    pass(100);
    assertThat(clock.ageSeconds()).isCloseTo(35 + 7200, within(1e-6));
  }

  @Test
  void anAgeThatIsSetCountsFromTheNextInference() {
    clock.arrayAgeSeconds();
    clock.set(YEAR);
    assertThat(clock.arrayAgeSeconds()).isEqualTo(YEAR);
    clock.set(25);
    assertThat(clock.arrayAgeSeconds()).isEqualTo(25);
  }

  @Test
  void aChipGrowsNoOlderThanAYear() {
    clock.setSpeed(LiveClock.HIGHEST_SPEED);
    pass(60);
    assertThat(clock.ageSeconds()).isEqualTo(YEAR);
  }

  @Test
  void aChipThatBeganOlderKeepsItsAge() {
    LiveClock old = new LiveClock(2 * YEAR, () -> nanos);
    pass(60);
    assertThat(old.ageSeconds()).isEqualTo(2 * YEAR);
  }

  @Test
  void howeverFastTheClockTheArrayIsAgedAtMostFiveTimesASecond() {
    clock.setSpeed(1e5);
    int changes = 0;
    double previous = clock.arrayAgeSeconds();
    for (int inference = 0; inference < 100; inference++) {
      pass(0.01);
      double age = clock.arrayAgeSeconds();
      changes += age == previous ? 0 : 1;
      previous = age;
    }
    assertThat(changes).isBetween(4, 5);
  }

  @Test
  void anAgeOrSpeedOutOfRangeIsRefusedAndChangesNothing() {
    for (double wrong : new double[] {24.9, YEAR + 1, -1, Double.NaN}) {
      assertThatThrownBy(() -> clock.set(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("age: must be 25 to 31536000 seconds");
    }
    for (double wrong : new double[] {-1, 2e7, Double.NaN}) {
      assertThatThrownBy(() -> clock.setSpeed(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("clock speed");
    }
    assertThat(clock.ageSeconds()).isEqualTo(25);
    assertThat(clock.speed()).isEqualTo(1);
  }
}
