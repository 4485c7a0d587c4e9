package org.analognets.analog.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.IdealModel;
import org.analognets.analog.kernel.PlainKernels;
import org.analognets.analog.kernel.VectorKernels;
import org.analognets.analog.model.ConverterRanges;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.RandomModels;
import org.analognets.analog.network.Affine;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.Shape;
import org.analognets.analog.network.WeightMatrix;
import org.analognets.analog.random.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChipTest {
  private static final double DAY = 86400;
  private static final Model KWS = RandomModels.kws(1);
  private static final float[] TENSOR =
      RandomModels.input(KWS.network().input(), Randoms.derive(1, "tensor"));

  @Test
  void anArrayWithoutPhysicsIsTheDigitalNetwork() {
    AonCim ideal =
        AonCim.defaults().withDeviceModel(new IdealModel()).withConverter(Converter.ideal());
    for (Model model : List.of(KWS, RandomModels.vww(2))) {
      float[] tensor = RandomModels.input(model.network().input(), Randoms.derive(3, "tensor"));
      float[] digital = new DigitalReference(model).logits(tensor);
      float[] analog = ideal.program(model, 4).infer(tensor, DAY).logits();
      assertThat(analog).containsExactly(digital, within(1e-5f));
    }
  }

  @Test
  void aPoolMayFollowTheInputAtOnce() {
    Shape plane = new Shape(5, 7, 3);
    Network network =
        new Network(
            "mean",
            plane,
            List.of("red", "blue"),
            List.of(
                InputScaling.none("scaling", 21),
                new AveragePool("pool"),
                new Dense(
                    "dense",
                    new WeightMatrix(3, 2, new float[] {1, 0, 0, 0, 0, 1}),
                    Affine.identity(2))));
    ConverterRanges ranges = new ConverterRanges(1, List.of(1f), List.of(1f));
    float[] tensor = new float[plane.size()];
    for (int at = 0; at < tensor.length; at++) {
      tensor[at] = at % 3 == 0 ? 0.25f : at % 3 == 1 ? 0.5f : 0.75f;
    }

    float[] logits = new DigitalReference(new Model(network, ranges, 0, Map.of())).logits(tensor);

    assertThat(logits).containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcm", "hermes", "ideal"})
  void sameSeedAgeTensorAndNumberGiveTheSameAnswer(String device) {
    AonCim settings = AonCim.defaults().withDeviceModel(DeviceModel.named(device));
    Chip one = settings.program(KWS, 5);
    Chip two = settings.program(KWS, 5);
    two.infer(TENSOR, DAY, 3);
    two.infer(TENSOR, 25, 7);
    assertThat(two.infer(TENSOR, 3600, 7).logits()).isEqualTo(one.infer(TENSOR, 3600, 7).logits());
  }

  @Test
  void chipsRepeatOnAnyNumberOfThreads() {
    List<float[]> sequential =
        IntStream.range(0, 4).mapToObj(seed -> logits(AonCim.defaults(), seed)).toList();
    List<float[]> parallel =
        IntStream.range(0, 4).parallel().mapToObj(seed -> logits(AonCim.defaults(), seed)).toList();
    assertThat(parallel.toArray(float[][]::new)).isDeepEqualTo(sequential.toArray(float[][]::new));
  }

  private static float[] logits(AonCim settings, long seed) {
    return settings.program(KWS, seed).infer(TENSOR, DAY).logits();
  }

  @Test
  void chipsOfDifferentSeedsDiffer() {
    assertThat(logits(AonCim.defaults(), 6)).isNotEqualTo(logits(AonCim.defaults(), 7));
  }

  @Test
  void everyInferenceReadsTheArrayAfresh() {
    Chip chip = AonCim.defaults().withConverter(Converter.ideal()).program(KWS, 8);
    Inference first = chip.infer(TENSOR, DAY);
    Inference second = chip.infer(TENSOR, DAY);
    assertThat(first.number()).isZero();
    assertThat(second.number()).isEqualTo(1);
    assertThat(second.logits()).isNotEqualTo(first.logits());
    assertThat(chip.infer(TENSOR, DAY, 0).logits()).isEqualTo(first.logits());
  }

  @Test
  void plainAndVectorKernelsGiveTheSameAnswerBitForBit() {
    Chip plain = new Chip(AonCim.defaults(), KWS, 9, new PlainKernels());
    Chip vector = new Chip(AonCim.defaults(), KWS, 9, new VectorKernels());
    assertThat(plain.infer(TENSOR, DAY).logits()).isEqualTo(vector.infer(TENSOR, DAY).logits());
  }

  @Test
  void anInferenceCarriesItsCostAgeAndPosteriors() {
    Chip chip = AonCim.defaults().program(KWS, 10);
    Inference inference = chip.infer(TENSOR, 3600);
    assertThat(inference.energy()).isEqualTo(chip.schedule().energy());
    assertThat(inference.ageSeconds()).isEqualTo(3600);
    float[] posteriors = inference.posteriors();
    double sum = 0;
    for (float posterior : posteriors) {
      assertThat(posterior).isBetween(0f, 1f);
      sum += posterior;
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    for (float logit : inference.logits()) {
      assertThat(logit).isLessThanOrEqualTo(inference.logits()[inference.best()]);
    }
  }

  @Test
  void errorsGrowWithAge() {
    AonCim settings = AonCim.defaults().withConverter(Converter.ideal());
    double before = 0;
    for (double age : new double[] {25, 3600, DAY, 30 * DAY, 365 * DAY}) {
      double error = Errors.mean(settings, KWS, age);
      assertThat(error).as("at %s s", age).isGreaterThan(before);
      before = error;
    }
  }

  @ParameterizedTest
  @EnumSource(value = DriftCompensation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void compensationHelps(DriftCompensation compensation) {
    AonCim settings = AonCim.defaults().withCompensation(DriftCompensation.NONE);
    double without = Errors.mean(settings, KWS, 30 * DAY);
    double with = Errors.mean(settings.withCompensation(compensation), KWS, 30 * DAY);
    assertThat(with).isLessThan(0.7 * without);
  }

  @Test
  void compensationChangesNothingAtProgramming() {
    AonCim none = AonCim.defaults().withCompensation(DriftCompensation.NONE);
    float[] without = none.program(KWS, 11).infer(TENSOR, 25, 0).logits();
    for (DriftCompensation compensation : DriftCompensation.values()) {
      Chip chip = none.withCompensation(compensation).program(KWS, 11);
      assertThat(chip.infer(TENSOR, 25, 0).logits()).isEqualTo(without);
    }
  }

  @Test
  void moreBitsAreNeverWorseOnAverage() {
    AonCim settings = AonCim.defaults().withDeviceModel(new IdealModel());
    double before = Double.MAX_VALUE;
    for (int bits : new int[] {4, 6, 8, 10}) {
      double error = Errors.mean(settings.withConverter(Converter.bits(bits)), KWS, 25);
      assertThat(error).as("%s bits", bits).isLessThan(before);
      before = error;
    }
  }

  @Test
  void aTensorOfTheWrongLengthIsRefused() {
    Chip chip = AonCim.defaults().program(KWS, 12);
    assertThatThrownBy(() -> chip.infer(new float[100], 25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("network kws: wants 49x10x1 = 490 numbers, got 100");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void anImpossibleAgeIsRefused(double age) {
    Chip chip = AonCim.defaults().program(KWS, 13);
    assertThatThrownBy(() -> chip.infer(TENSOR, age))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chip age")
        .hasMessageContaining(Double.toString(age));
  }

  @Test
  void aRefusedAgeLeavesTheChipAsItWas() {
    Chip chip = AonCim.defaults().program(KWS, 14);
    float[] before = chip.infer(TENSOR, DAY, 0).logits();
    assertThatThrownBy(() -> chip.infer(TENSOR, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(chip.infer(TENSOR, DAY, 0).logits()).isEqualTo(before);
  }
}
