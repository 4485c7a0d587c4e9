package org.analognets.demo.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChipClockTest {

  @Test
  void recordingAgesTheChipByItsOwnTime() {
    ChipClock clock = ChipClock.stream(25, 1, 0.1);
    assertThat(clock.next()).isEqualTo(26);
    double last = 0;
    for (int inference = 1; inference <= 1000; inference++) {
      last = clock.next();
    }
    assertThat(last).isBetween(126 / ChipClock.STEP, 126.0);
  }

  @Test
  void ageMovesInStepsSmallEnoughNotToMatter() {
    ChipClock clock = ChipClock.stream(100, 0, 0.25);
    double previous = clock.next();
    for (int inference = 1; inference < 1000; inference++) {
      double age = clock.next();
      double trueAge = 100 + 0.25 * inference;
      assertThat(age).isGreaterThan(trueAge / ChipClock.STEP).isLessThanOrEqualTo(trueAge);
      assertThat(age == previous || age >= previous * ChipClock.STEP).isTrue();
      previous = age;
    }
  }

  @Test
  void streamTimeAgesAChipThatMakesNoInferences() {
    ChipClock clock = ChipClock.byStreamTime(25);
    assertThat(clock.next(0)).isEqualTo(25);
    assertThat(clock.next(100)).isEqualTo(125);
  }

  @Test
  void wallClockStartsAtTheGivenAge() {
    assertThat(ChipClock.wall(86_400).next()).isCloseTo(86_400, within(60.0));
  }
}
