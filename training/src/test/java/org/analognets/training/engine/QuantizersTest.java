package org.analognets.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import org.analognets.analog.converter.Converter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizersTest {
  private static final float RANGE = 0.8f;

  @Property
  void trainingQuantizesAsTheChipDoes(
      @ForAll @FloatRange(min = -1e6f, max = 1e6f) @Scale(6) float x,
      @ForAll @FloatRange(min = 0.001f, max = 1000f) @Scale(6) float range) {
    for (int bits : new int[] {4, 6, 8}) {
      float[] trained = new float[1];
      float[] chip = new float[1];
      Quantizers.quantize(new float[] {x}, trained, 1, range, Quantizers.levels(bits));
      Converter.bits(bits).convert(new float[] {x}, chip, 1, 1, range);
      assertThat(trained).isEqualTo(chip);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.31", "-0.31", "0.05", "0.8"})
  void insideTheRangeGradientsPassAndTheRangeGetsWhatWasRounded(float x) {
    float[] q = quantized(new float[] {x}, RANGE, 4);
    float[] gradient = {2};
    double range = Quantizers.backward(new float[] {x}, q, gradient, 0, 1, RANGE);
    assertThat(gradient).containsExactly(2f);
    assertThat(range).isCloseTo(2 * (q[0] - x) / RANGE, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0.81, 2", "-0.81, -2", "50, 2"})
  void outsideTheRangeGradientsStopAndTheRangeGetsTheSign(float x, double expected) {
    float[] gradient = {2};
    double range =
        Quantizers.backward(
            new float[] {x}, quantized(new float[] {x}, RANGE, 4), gradient, 0, 1, RANGE);
    assertThat(gradient).containsExactly(0f);
    assertThat(range).isCloseTo(expected, within(1e-6));
  }

  /**
   * A quantizer of a single number jumps, but the mean over many is smooth. Of {@code sum q^2} over
   * a fine grid, clipped at both ends, finite differences see what the range's gradient promises, up to
   * the square of a step.
   */
  @ParameterizedTest
  @ValueSource(ints = {6, 8})
  void theRangesGradientIsThatOfTheMeanOverManyInputs(int bits) {
    float[] x = new float[400_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = 2f * i / (x.length - 1) - 1;
    }
    float[] q = quantized(x, RANGE, bits);
    float[] gradient = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      gradient[i] = 2 * q[i];
    }
    double claimed = Quantizers.backward(x, q, gradient, 0, x.length, RANGE);
    float h = 0.01f;
    double measured =
        (squares(quantized(x, RANGE + h, bits)) - squares(quantized(x, RANGE - h, bits))) / (2 * h);
    assertThat(claimed).isCloseTo(measured, within(0.002 * measured));
  }

  private static float[] quantized(float[] x, float range, int bits) {
    float[] q = new float[x.length];
    Quantizers.quantize(x, q, x.length, range, Quantizers.levels(bits));
    return q;
  }

  private static double squares(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += (double) v * v;
    }
    return sum;
  }
}
