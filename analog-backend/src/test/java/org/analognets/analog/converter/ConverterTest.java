package org.analognets.analog.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverterTest {

  private static float convert(Converter converter, float x, float range) {
    float[] converted = new float[1];
    converter.convert(new float[] {x}, converted, 1, 1, range);
    return converted[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8, 12})
  void thereAreTwoToTheBitsMinusOneLevels(int bits) {
    Converter converter = Converter.bits(bits);
    int n = 100_000;
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = 3f * i / (n - 1) - 1.5f;
    }
    float[] converted = new float[n];
    converter.convert(x, converted, n, 1, 1);
    java.util.Set<Float> levels = new java.util.TreeSet<>();
    for (float value : converted) {
      levels.add(value + 0f);
    }
    assertThat(levels).hasSize((1 << bits) - 1).contains(-1f, 0f, 1f);
  }

  @Property
  void itIsSymmetric(
      @ForAll @IntRange(min = 2, max = 12) int bits,
      @ForAll @Scale(5) @FloatRange(min = -100, max = 100) float x,
      @ForAll @Scale(5) @FloatRange(min = 1e-3f, max = 50) float range) {
    Converter converter = Converter.bits(bits);
    assertThat(convert(converter, -x, range) == -convert(converter, x, range)).isTrue();
  }

  @Property
  void convertingTwiceChangesNothing(
      @ForAll @IntRange(min = 2, max = 12) int bits,
      @ForAll @Scale(5) @FloatRange(min = -100, max = 100) float x,
      @ForAll @Scale(5) @FloatRange(min = 1e-3f, max = 50) float range) {
    Converter converter = Converter.bits(bits);
    float once = convert(converter, x, range);
    assertThat(convert(converter, once, range)).isEqualTo(once);
  }

  @Property
  void withinItsRangeItMissesByHalfAStepAtMost(
      @ForAll @IntRange(min = 2, max = 12) int bits,
      @ForAll @Scale(5) @FloatRange(min = -1, max = 1) float part,
      @ForAll @Scale(5) @FloatRange(min = 1e-3f, max = 50) float range) {
    Converter converter = Converter.bits(bits);
    float x = part * range;
    float halfStep = range / converter.positiveLevels() / 2;
    assertThat(convert(converter, x, range)).isCloseTo(x, within(halfStep * 1.001f));
  }

  @Property
  void beyondItsRangeItClamps(
      @ForAll @IntRange(min = 2, max = 12) int bits,
      @ForAll @Scale(5) @FloatRange(min = 1, max = 1e30f) float factor,
      @ForAll @Scale(5) @FloatRange(min = 1e-3f, max = 50) float range) {
    Converter converter = Converter.bits(bits);
    assertThat(convert(converter, factor * range, range)).isCloseTo(range, within(range * 1e-6f));
    assertThat(convert(converter, -factor * range, range)).isCloseTo(-range, within(range * 1e-6f));
  }

  @Property
  void moreInputNeverGivesLess(
      @ForAll @IntRange(min = 2, max = 12) int bits,
      @ForAll @Scale(5) @FloatRange(min = -2, max = 2) float a,
      @ForAll @Scale(5) @FloatRange(min = -2, max = 2) float b) {
    Converter converter = Converter.bits(bits);
    assertThat(convert(converter, Math.max(a, b), 1))
        .isGreaterThanOrEqualTo(convert(converter, Math.min(a, b), 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "1.5, 2",
    "2.5, 2",
    "3.5, 4",
    "0.49, 0",
    "0.51, 1",
    "-0.5, 0",
    "-1.5, -2",
    "-2.5, -2",
    "6.5, 6",
    "7.5, 7",
    "8, 7"
  })
  void halvesGoToTheEvenLevel(float x, float level) {
    // 4 bit over +-7: a step of one.
    assertThat(convert(Converter.bits(4), x, 7) + 0f).isEqualTo(level);
  }

  @Test
  void moreBitsAreNeverWorseOnAverage() {
    RandomGenerator random = Randoms.derive(1, "converter");
    float[] x = new float[20_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian(0, 0.4);
    }
    double before = Double.MAX_VALUE;
    for (int bits = 2; bits <= 12; bits++) {
      double error = squaredError(Converter.bits(bits), x);
      assertThat(error).as("%s bits", bits).isLessThan(before);
      before = error;
    }
    assertThat(squaredError(Converter.ideal(), x)).isZero();
  }

  private static double squaredError(Converter converter, float[] x) {
    float[] converted = new float[x.length];
    converter.convert(x, converted, x.length, 1, 1);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - converted[i]) * (x[i] - converted[i]);
    }
    return sum;
  }

  @Test
  void theGainActsBeforeTheRange() {
    float[] x = {0.25f, 0.75f, -2};
    Converter.bits(8).convert(x, x, 3, 2, 1);
    assertThat(x).containsExactly(new float[] {0.5f, 1, -1}, within(0.005f));
  }

  @Test
  void theIdealOneOnlyAppliesTheGain() {
    float[] x = {0.123f, -456};
    Converter.ideal().convert(x, x, 2, 3, 1);
    assertThat(x).containsExactly(0.123f * 3, -456f * 3);
  }

  @Test
  void whatIsNoNumberStaysVisible() {
    assertThat(convert(Converter.bits(8), Float.NaN, 1)).isNaN();
  }

  @Test
  void usersWriteBitsOrIdeal() {
    assertThat(Converter.parse("8")).isEqualTo(Converter.bits(8));
    assertThat(Converter.parse(" Ideal ")).isEqualTo(Converter.ideal());
    assertThat(Converter.parse("6").label()).isEqualTo("6");
    assertThat(Converter.ideal().label()).isEqualTo("ideal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "13", "-8", "eight", "", "8.0"})
  void otherWidthsAreRefusedWithWhatIsPossible(String text) {
    assertThatThrownBy(() -> Converter.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .matches("(converter: bits must be 2\\.\\.12, were .*|bits '.*': want a number .*)");
  }
}
