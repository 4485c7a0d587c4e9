package org.analognets.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class PosteriorSmootherTest {

  @Property(tries = 300)
  void theScoreIsTheMeanOfTheLastResults(
      @ForAll @NotEmpty List<@FloatRange(min = 0, max = 1) Float> posteriors,
      @ForAll @IntRange(min = 1, max = 8) int capacity) {
    PosteriorSmoother smoother = new PosteriorSmoother(1, capacity);
    posteriors.forEach(posterior -> smoother.add(new float[] {posterior}));

    List<Float> last =
        posteriors.subList(Math.max(0, posteriors.size() - capacity), posteriors.size());
    double mean = last.stream().mapToDouble(Float::doubleValue).average().orElseThrow();
    assertThat(smoother.score(0)).isCloseTo(mean, within(1e-12));
    assertThat(smoother.count()).isEqualTo(last.size());
  }

  @Test
  void theBestLabelIsTheOneWithTheHighestMean() {
    PosteriorSmoother smoother = new PosteriorSmoother(3, 2);
    smoother.add(new float[] {0.9f, 0.1f, 0.0f});
    smoother.add(new float[] {0.0f, 0.4f, 0.6f});

    assertThat(smoother.best()).isZero();
  }

  @Test
  void theFirstOfEqualsIsTheBest() {
    PosteriorSmoother smoother = new PosteriorSmoother(3, 2);
    smoother.add(new float[] {0.2f, 0.4f, 0.4f});

    assertThat(smoother.best()).isEqualTo(1);
  }

  @Test
  void theCallersArrayMayBeReused() {
    PosteriorSmoother smoother = new PosteriorSmoother(1, 2);
    float[] posteriors = {1};
    smoother.add(posteriors);
    posteriors[0] = 0;
    smoother.add(posteriors);

    assertThat(smoother.score(0)).isEqualTo(0.5);
  }

  @Test
  void nothingIsLeftAfterAReset() {
    PosteriorSmoother smoother = new PosteriorSmoother(1, 4);
    smoother.add(new float[] {1});
    smoother.reset();

    assertThat(smoother.score(0)).isZero();
    smoother.add(new float[] {0.25f});
    assertThat(smoother.score(0)).isEqualTo(0.25);
  }

  @Test
  void aResultOfTheWrongLengthIsRefused() {
    PosteriorSmoother smoother = new PosteriorSmoother(3, 2);

    assertThatThrownBy(() -> smoother.add(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 3 posteriors, got 2");
  }
}
