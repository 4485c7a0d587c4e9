package org.analognets.analog.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.analognets.analog.energy.PublishedEfficiency.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedFiguresTest {

  @ParameterizedTest
  @CsvSource({
    "kws, 8, ARXIV, 8.58", "kws, 6, IEEE_MICRO, 26.55", "kws, 4, ARXIV, 57.39",
    "vww, 8, ARXIV, 4.37", "vww, 6, IEEE_MICRO, 12.64", "vww, 4, ARXIV, 25.69"
  })
  void arxivCountsFirstAndIeeeMicroWhereItIsSilent(
      String network, int bits, Source source, double topsPerWatt) {
    assertThat(PublishedFigures.reference(network, bits))
        .contains(new PublishedEfficiency(source, network, bits, topsPerWatt));
  }

  @Test
  void nothingIsKnownOfOtherWidthsAndNetworks() {
    assertThat(PublishedFigures.reference("kws", 5)).isEmpty();
    assertThat(PublishedFigures.reference("other", 8)).isEmpty();
    assertThat(PublishedFigures.find(Source.ARXIV, "kws", 6)).isEmpty();
  }

  @Test
  void noFigureIsThereTwice() {
    assertThat(PublishedFigures.all())
        .extracting(f -> f.source() + f.network() + f.bits())
        .doesNotHaveDuplicates()
        .hasSize(10);
  }
}
