package org.analognets.demo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {

  @ParameterizedTest
  @CsvSource({
    "25s, 25",
    "90min, 5400",
    "1h, 3600",
    "24h, 86400",
    "30d, 2592000",
    "2w, 1209600",
    "1y, 31536000",
    "0.5y, 15768000",
    "1 h, 3600"
  })
  void numberAndUnitGiveSeconds(String text, double seconds) {
    assertThat(Age.parse(text)).isEqualTo(new Age(text, seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "25", "h", "-1h", "1e3s", "1m", "1h30min", "NaNs", "1 fortnight"})
  void otherFormsAreRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Age.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("24h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0.5s", "0y"})
  void ageBelowOneSecondIsRefused(String text) {
    assertThatThrownBy(() -> Age.parse(text)).hasMessageContaining("at least 1s");
  }

  @ParameterizedTest
  @CsvSource({
    "25, 25 s",
    "61.2, 1.02 min",
    "3600, 1 h",
    "86400, 1 d",
    "2592000, 30 d",
    "31536000, 1 y"
  })
  void displayTakesTheLargestUnitThatFits(double seconds, String text) {
    assertThat(Age.display(seconds)).isEqualTo(text);
  }
}
