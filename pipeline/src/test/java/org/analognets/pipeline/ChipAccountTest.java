package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.chip.Inference;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.metrics.Meters;
import org.junit.jupiter.api.Test;

class ChipAccountTest {

  private static final AonCim PUBLISHED = AonCim.defaults();

  private final Meters meters = new Meters();
  private Optional<AonCim> accelerator = Optional.of(PUBLISHED);

  @Test
  void theChipIsShownBeforeItsFirstInference() {
    account();
    assertThat(infos()).singleElement().asString().contains("8", "pcm", "gdc", "kws");
  }

  @Test
  void anExchangedChipTakesTheOldOnesPlace() {
    ChipAccount account = account();
    account.inferred(inference(25));
    accelerator =
        Optional.of(
            PUBLISHED.withConverter(Converter.bits(4)).withCompensation(DriftCompensation.NONE));
    account.inferred(inference(3600));

    assertThat(infos())
        .containsExactly(
            "analognets_chip_info{bits=\"4\",compensation=\"none\",device=\"pcm\",model=\"kws\"} 1");
    assertThat(meters.scrape()).contains("analognets_chip_age_seconds{model=\"kws\"} 3600.0\n");
  }

  @Test
  void whatIsNoChipShowsNone() {
    accelerator = Optional.empty();
    account().inferred(inference(25));
    assertThat(infos()).isEmpty();
  }

  private ChipAccount account() {
    return new ChipAccount(new Exchangeable(), meters.chip("kws"));
  }

  private List<String> infos() {
    return meters.scrape().lines().filter(line -> line.startsWith("analognets_chip_info")).toList();
  }

  private static Inference inference(double ageSeconds) {
    float[] sure = {1};
    return new Inference(
        sure, sure, new EnergyReport(3e-6, 6e-6, 128e-6, 77_000_000), ageSeconds, 0);
  }

  /** Has the accelerator that the test gives it. */
  private final class Exchangeable implements Recognizer {
    @Override
    public String model() {
      return "kws";
    }

    @Override
    public List<String> labels() {
      return List.of("yes");
    }

    @Override
    public int inputSize() {
      return 1;
    }

    @Override
    public Optional<AonCim> accelerator() {
      return accelerator;
    }

    @Override
    public Inference infer(float[] features) {
      return inference(25);
    }
  }
}
