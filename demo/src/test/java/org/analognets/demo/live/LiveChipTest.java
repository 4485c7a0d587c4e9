package org.analognets.demo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.IdealModel;
import org.analognets.demo.bundled.Bundled;
import org.junit.jupiter.api.Test;

class LiveChipTest {
  private static final float[] SILENCE = new float[490];

  private final Queue<Runnable> programming = new ArrayDeque<>();
  private final LiveClock clock = new LiveClock(3600);
  private final Chip first = AonCim.defaults().program(Bundled.keywordModel(Converter.bits(8)), 1);
  private final LiveChip live = new LiveChip(first, Bundled::keywordModel, clock, programming::add);

  LiveChipTest() throws IOException {}

  private void finishProgramming() {
    while (!programming.isEmpty()) {
      programming.remove().run();
    }
  }

  @Test
  void theOldChipWorksUntilTheNewOneIsProgrammed() {
    live.change(choice -> choice.withConverter(Converter.bits(4)));
    assertThat(live.programming()).isTrue();
    assertThat(live.infer(SILENCE).energy()).isEqualTo(first.schedule().energy());

    finishProgramming();
    assertThat(live.programming()).isFalse();
    assertThat(live.infer(SILENCE).energy().totalJoules())
        .isLessThan(first.schedule().energy().totalJoules() / 4);
    assertThat(live.infer(SILENCE).ageSeconds()).isGreaterThanOrEqualTo(3600);
  }

  @Test
  void compensationFollowsTheWidthUnlessItIsOff() {
    live.change(choice -> choice.withConverter(Converter.bits(6)));
    assertThat(live.wanted().compensation()).isEqualTo(DriftCompensation.GDC_ADC);
    live.change(choice -> choice.withCompensation(false));
    live.change(choice -> choice.withConverter(Converter.ideal()));
    assertThat(live.wanted().compensation()).isEqualTo(DriftCompensation.NONE);
    live.change(choice -> choice.withCompensation(true));
    assertThat(live.wanted().compensation()).isEqualTo(DriftCompensation.GDC);
  }

  @Test
  void metersAreToldOfTheChipThatWorks() {
    live.change(choice -> choice.withCompensation(false));
    assertThat(live.accelerator()).contains(first.settings());
    finishProgramming();
    assertThat(live.accelerator())
        .contains(first.settings().withCompensation(DriftCompensation.NONE));
  }

  @Test
  void onlyTheLastOfManyChoicesIsProgrammed() {
    live.change(choice -> choice.withConverter(Converter.bits(4)));
    live.change(choice -> choice.withConverter(Converter.bits(6)));
    programming.remove().run();
    assertThat(live.chip().settings().converter()).isEqualTo(Converter.bits(6));
    Chip programmed = live.chip();
    finishProgramming();
    assertThat(live.chip()).isSameAs(programmed);
  }

  @Test
  void reprogrammingGivesOtherDevicesAsYoungAsCanBe() {
    live.reprogram();
    finishProgramming();
    assertThat(live.chip().seed()).isEqualTo(2);
    assertThat(live.infer(SILENCE).ageSeconds()).isLessThan(3600);
  }

  @Test
  void withoutNoiseDevicesHoldWhatTheyWereGiven() {
    live.change(choice -> choice.withDevice(new IdealModel()));
    finishProgramming();
    double young = live.conductances().meanMicroSiemens();
    clock.set(LiveClock.OLDEST_SECONDS);
    assertThat(live.conductances().meanMicroSiemens()).isEqualTo(young);
    assertThat(live.noisyDevices().name()).isEqualTo("pcm");
  }

  @Test
  void conductancesFallWithAge() {
    double young = live.conductances().meanMicroSiemens();
    clock.set(LiveClock.OLDEST_SECONDS);
    assertThat(live.conductances().meanMicroSiemens()).isLessThan(0.8 * young);
  }

  @Test
  void aNetworkThatCannotBeHadLeavesTheChipAsItIsAndSaysWhy() {
    LiveChip without =
        new LiveChip(
            first,
            width -> {
              throw new IOException("no network for " + width.label() + " bit");
            },
            clock,
            programming::add);
    without.change(choice -> choice.withConverter(Converter.bits(6)));
    finishProgramming();
    assertThat(without.chip()).isSameAs(first);
    assertThat(without.programming()).isFalse();
    assertThat(without.wanted()).isEqualTo(ChipChoice.of(first));
    assertThat(without.problem()).contains("no network for 6 bit");
  }
}
