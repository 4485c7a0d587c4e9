package org.analognets.demo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.IdealModel;
import org.analognets.analog.model.Model;
import org.analognets.demo.SpeechFixture;
import org.analognets.demo.bundled.Bundled;
import org.analognets.training.KeywordTraining;
import org.analognets.training.dataset.ClipSet;
import org.analognets.training.dataset.LabelSet;
import org.analognets.training.dataset.SpeechCommands;
import org.analognets.training.evaluation.DriftExperiment;
import org.analognets.training.evaluation.DriftExperiment.Plan;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.analognets.training.evaluation.DriftExperiment.Score;
import org.analognets.training.evaluation.LabelledTensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundled networks on a few dozen clips: what physics demands, and a guard against regressions.
 *
 * <p>40 examples and 3 chips: a mean's standard error among chips is about 2 points, so the room left
 * is several of them.
 */
class BundledModelTest {
  private static final double NOISE = 0.06;
  private static final double YEAR_SECONDS = 31_536_000;
  private static final int CHIPS = 3;

  private static LabelledTensors clips;

  @BeforeAll
  static void readClips() throws IOException {
    SpeechCommands speech = SpeechCommands.read(SpeechFixture.folder());
    LabelSet labels = new LabelSet(Bundled.keywordModel(Converter.bits(8)).network().labels());
    clips = KeywordTraining.features(ClipSet.of(speech, speech.clips(), labels, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "6", "ideal"})
  void bundledModelHearsMostClipsAfterADay(String width) throws Exception {
    Converter converter = Converter.parse(width);
    assertThat(clips.digitalAccuracy(Bundled.keywordModel(converter))).isGreaterThan(0.8);
    List<Result> results = run(converter, DriftCompensation.bestAt(converter), List.of(86_400.0));
    assertThat(results.get(0).mean()).isGreaterThan(0.75);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gdc"})
  void lossGrowsWithAge(String compensation) throws Exception {
    List<Result> results =
        run(
            Converter.bits(8),
            DriftCompensation.parse(compensation),
            List.of(25.0, 86_400.0, YEAR_SECONDS));
    for (int i = 1; i < results.size(); i++) {
      assertThat(results.get(i).mean()).isLessThanOrEqualTo(results.get(i - 1).mean() + NOISE);
    }
  }

  @Test
  void compensationHelpsAfterAYear() throws Exception {
    List<Double> year = List.of(YEAR_SECONDS);
    double with = run(Converter.bits(8), DriftCompensation.GDC, year).get(0).mean();
    double without = run(Converter.bits(8), DriftCompensation.NONE, year).get(0).mean();
    assertThat(with).isGreaterThan(without);
  }

  @Test
  void moreBitsAreNeverWorse() throws Exception {
    double before = 0;
    for (String width : List.of("4", "6", "8", "ideal")) {
      // One network at all widths, so that converters are all that differs.
      Model model = Bundled.keywordModel(Converter.bits(8));
      AonCim accelerator = AonCim.defaults().withConverter(Converter.parse(width));
      double mean = run(accelerator, model, List.of(25.0)).get(0).mean();
      assertThat(mean).as("%s bit", width).isGreaterThanOrEqualTo(before - NOISE);
      before = mean;
    }
  }

  @Test
  void idealDevicesAndConvertersAreTheDigitalNetworkAtAnyAge() throws Exception {
    Model model = Bundled.keywordModel(Converter.ideal());
    AonCim accelerator =
        AonCim.defaults().withConverter(Converter.ideal()).withDeviceModel(new IdealModel());
    for (Result result : run(accelerator, model, List.of(25.0, YEAR_SECONDS))) {
      assertThat(result.accuracies()).containsOnly(clips.digitalAccuracy(model));
    }
  }

  private static List<Result> run(
      Converter converter, DriftCompensation compensation, List<Double> ages) throws Exception {
    AonCim accelerator = AonCim.defaults().withConverter(converter).withCompensation(compensation);
    return run(accelerator, Bundled.keywordModel(converter), ages);
  }

  private static List<Result> run(AonCim accelerator, Model model, List<Double> ages)
      throws InterruptedException {
    Plan plan = new Plan(List.of(accelerator), List.of(model), ages, CHIPS, 1, 2);
    return DriftExperiment.run(plan, clips, new Forgetful());
  }

  /** Every score is measured. */
  private static final class Forgetful implements DriftExperiment.Journal {
    @Override
    public Optional<Double> known(Converter converter, double ageSeconds, int chip) {
      return Optional.empty();
    }

    @Override
    public void measured(Score score) {}
  }
}
