package org.analognets.pipeline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FramePaceTest {

  private final FramePace pace = new FramePace(2);

  @Test
  void theFirstPictureIsDueAtOnceAndTheNextAPeriodLater() {
    assertThat(pace.waitSeconds(0)).isZero();
    pace.taken(0.01);
    assertThat(pace.waitSeconds(0.01)).isCloseTo(0.49, within(1e-12));
  }

  @Test
  void lateTimersDoNotAddUp() {
    int taken = 0;
    double now = 0;
    while (now < 100) {
      now += pace.waitSeconds(now) + 0.003;
      pace.taken(now);
      taken++;
    }
    assertThat(taken).isBetween(200, 201);
  }

  @Test
  void afterAPauseNothingIsCaughtUp() {
    pace.taken(0);
    pace.taken(10);
    assertThat(pace.waitSeconds(10)).isZero();
    pace.taken(10);
    assertThat(pace.waitSeconds(10)).isCloseTo(0.5, within(1e-12));
  }
}
