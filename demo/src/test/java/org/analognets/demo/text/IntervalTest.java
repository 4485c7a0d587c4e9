package org.analognets.demo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({"100ms, 0.1", "2.5s, 2.5", "50 us, 5e-5", "1min, 60", "1h, 3600"})
  void unitsAreSeconds(String text, double seconds) {
    assertThat(Interval.parse(text).seconds()).isCloseTo(seconds, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "-1s", "0ms", "ms", "1 day", "1e3s"})
  void everythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Interval.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "'");
  }

  @Test
  void textStaysAsItWasWritten() {
    assertThat(Interval.parse(" 0.10s ").text()).isEqualTo("0.10s");
  }
}
