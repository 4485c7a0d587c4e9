package org.analognets.demo.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlRequestTest {

  @Test
  void aRequestNamesItsSensorAndOneChange() {
    assertThat(ControlRequest.parse("{\"bits\": \"6\", \"sensor\": \"kws\"}"))
        .isEqualTo(new ControlRequest("kws", "bits", "6"));
    assertThat(ControlRequest.parse("{\"sensor\": \"kws\", \"ageSeconds\": 3600}"))
        .isEqualTo(new ControlRequest("kws", "ageSeconds", 3600.0));
    assertThat(ControlRequest.parse("{\"sensor\": \"vww\", \"hold\": true}"))
        .isEqualTo(new ControlRequest("vww", "hold", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';                                         a request is a JSON object",
        "[];                                         a request is a JSON object",
        "{;                                          this can't be read",
        "{};                                         names its sensor and one thing",
        "{\"sensor\": \"kws\"};                      names its sensor and one thing",
        "{\"bits\": \"6\"};                          names its sensor and one thing",
        "{\"sensor\": 1, \"bits\": \"6\"};           names its sensor and one thing",
        "{\"sensor\": \"kws\", \"bits\": \"6\", \"speed\": 1}; names its sensor and one thing",
        "{\"sensor\": \"kws\", \"bits\": [6]};       bits: must be a text, number or boolean",
        "{\"sensor\": \"kws\", \"bits\": null};      bits: must be a text, number or boolean",
        "{\"sensor\": \"kws\", \"bits\": \"6\"} {};  one JSON object"
      })
  void whatIsNoRequestIsRefusedInOneLine(String body, String complaint) {
    assertThatThrownBy(() -> ControlRequest.parse(body))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint)
        .hasMessageNotContaining("\n");
  }

  @Test
  void anUnknownSensorIsRefused() {
    assertThatThrownBy(() -> new ControlRequest("ear", "bits", "6").apply(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no sensor ear");
  }
}
