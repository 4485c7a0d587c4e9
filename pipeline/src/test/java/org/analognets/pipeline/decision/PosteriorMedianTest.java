package org.analognets.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PosteriorMedianTest {

  private static double median(int capacity, float... posteriors) {
    PosteriorMedian median = new PosteriorMedian(capacity);
    for (float posterior : posteriors) {
      median.add(posterior);
    }
    return median.value();
  }

  @Test
  void itIsTheMiddleOfTheLastResults() {
    assertThat(median(3, 0.9f, 0.1f, 0.2f, 0.8f)).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void ofAnEvenNumberItIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(median(4, 0.1f, 0.9f, 0.5f, 0.3f)).isCloseTo(0.4, within(1e-6));
  }

  @Test
  void untilItIsFullItIsOverWhatCame() {
    assertThat(median(5, 0.7f)).isCloseTo(0.7, within(1e-6));
    assertThat(median(5)).isZero();
  }

  @Test
  void aSinglePictureThatGoesWrongDoesNotMoveIt() {
    assertThat(median(3, 0.1f, 0.1f, 1f)).isEqualTo(median(3, 0.1f, 0.1f, 0.1f));
  }

  @Test
  void afterAResetOnlyNewResultsCount() {
    PosteriorMedian median = new PosteriorMedian(3);
    median.add(1);
    median.reset();
    median.add(0.2f);

    assertThat(median.value()).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void aMedianOverNothingIsRefused() {
    assertThatThrownBy(() -> new PosteriorMedian(0)).hasMessage("capacity must be at least 1: 0");
  }

  @Property(tries = 300)
  void asManyResultsAreBelowAsAbove(
      @ForAll @IntRange(min = 1, max = 9) int capacity,
      @ForAll @Size(min = 9, max = 30) List<@FloatRange(min = 0, max = 1) Float> posteriors) {
    PosteriorMedian median = new PosteriorMedian(capacity);
    posteriors.forEach(median::add);

    List<Float> last = posteriors.subList(posteriors.size() - capacity, posteriors.size());
    assertThat(last.stream().filter(p -> p < median.value()).count())
        .isLessThanOrEqualTo(capacity / 2);
    assertThat(last.stream().filter(p -> p > median.value()).count())
        .isLessThanOrEqualTo(capacity / 2);
  }
}
