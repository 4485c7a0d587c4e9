package org.analognets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetersTest {

  private final Meters meters = new Meters();
  private final EnergyMeters energy = meters.energy("kws");
  private final PipelineMeters pipeline = meters.pipeline("kws", List.of("yes", "no"));

  private Scrape scrape() {
    return new Scrape(meters.scrape());
  }

  @Test
  void theFamiliesAreTheGoldenOnes() {
    meters.energy("vww");
    meters.pipeline("vww", List.of("person"));
    meters.chip("kws").programmed("8", "pcm", "gdc");
    meters.chip("vww").programmed("8", "pcm", "gdc");
    meters.source("kws");
    meters.source("vww");

    assertThat(scrape().families())
        .containsExactlyInAnyOrder(
            "analognets_chip_age_seconds gauge",
            "analognets_chip_busy_seconds_total counter",
            "analognets_chip_energy_joules_total counter",
            "analognets_chip_inference_energy_joules histogram",
            "analognets_chip_inferences_total counter",
            "analognets_chip_info gauge",
            "analognets_chip_operations_total counter",
            "analognets_pipeline_audio_seconds_total counter",
            "analognets_pipeline_dropped_frames_total counter",
            "analognets_pipeline_latency_seconds histogram",
            "analognets_pipeline_source_restarts_total counter",
            "analognets_pipeline_source_up gauge",
            "analognets_pipeline_wake_events_total counter");
  }

  @Test
  void picturesHaveTheirGoldenFamilies() {
    Meters watching = new Meters();
    watching.energy("vww");
    watching.pictures("vww", List.of("person", "no_person"));

    assertThat(new Scrape(watching.scrape()).families())
        .containsExactlyInAnyOrder(
            "analognets_chip_busy_seconds_total counter",
            "analognets_chip_energy_joules_total counter",
            "analognets_chip_inference_energy_joules histogram",
            "analognets_chip_inferences_total counter",
            "analognets_chip_operations_total counter",
            "analognets_chip_saved_energy_joules_total counter",
            "analognets_pipeline_broken_pictures_total counter",
            "analognets_pipeline_dropped_frames_total counter",
            "analognets_pipeline_gated_pictures_total counter",
            "analognets_pipeline_latency_seconds histogram",
            "analognets_pipeline_pictures_total counter",
            "analognets_pipeline_source_restarts_total counter",
            "analognets_pipeline_wake_events_total counter");
  }

  @Test
  void picturesAreCountedAsTheyFare() {
    PictureMeters pictures = meters.pictures("vww", List.of("person", "no_person"));
    pictures.picture();
    pictures.picture();
    pictures.picture();
    pictures.brokenPicture();
    pictures.gatedPicture(15e-6);
    pictures.gatedPicture(15e-6);
    pictures.wakeEvent("person");

    assertThat(scrape().samples())
        .containsEntry("analognets_pipeline_pictures_total{model=\"vww\"}", 3.0)
        .containsEntry("analognets_pipeline_broken_pictures_total{model=\"vww\"}", 1.0)
        .containsEntry("analognets_pipeline_gated_pictures_total{model=\"vww\"}", 2.0)
        .containsEntry("analognets_chip_saved_energy_joules_total{model=\"vww\"}", 30e-6)
        .containsEntry("analognets_pipeline_wake_events_total{label=\"person\",model=\"vww\"}", 1.0)
        .containsEntry(
            "analognets_pipeline_wake_events_total{label=\"no_person\",model=\"vww\"}", 0.0)
        .doesNotContainKey("analognets_pipeline_audio_seconds_total{model=\"vww\"}");
  }

  @Test
  void everySeriesIsThereAtZeroBeforeTheFirstEvent() {
    assertThat(scrape().samples())
        .contains(
            zero("analognets_chip_energy_joules_total{component=\"dac\",model=\"kws\"}"),
            zero("analognets_chip_energy_joules_total{component=\"adc\",model=\"kws\"}"),
            zero("analognets_chip_inference_energy_joules_count{model=\"kws\"}"),
            zero("analognets_pipeline_wake_events_total{label=\"yes\",model=\"kws\"}"),
            zero("analognets_pipeline_wake_events_total{label=\"no\",model=\"kws\"}"),
            zero("analognets_pipeline_latency_seconds_count{model=\"kws\"}"))
        .allSatisfy((series, value) -> assertThat(value).as(series).isZero());
  }

  private static Map.Entry<String, Double> zero(String series) {
    return Map.entry(series, 0.0);
  }

  @Test
  void theComponentsAddUpToTheEnergyOfTheInferences() {
    for (int i = 0; i < 1000; i++) {
      energy.inference(3.1e-6, 5.9e-6, 128.83e-6, 77_383_440);
    }

    Scrape scrape = scrape();
    assertThat(scrape.sum("analognets_chip_energy_joules_total")).isCloseTo(9e-3, within(1e-12));
    assertThat(scrape.sample("analognets_chip_inference_energy_joules_sum{model=\"kws\"}"))
        .isCloseTo(9e-3, within(1e-12));
  }

  @Test
  void anInferenceIsCountedWithItsOperationsAndChipTime() {
    energy.inference(3.1e-6, 5.9e-6, 128.83e-6, 77_383_440);
    energy.inference(3.1e-6, 5.9e-6, 128.83e-6, 77_383_440);

    Scrape scrape = scrape();
    assertThat(scrape.sample("analognets_chip_inferences_total{model=\"kws\"}")).isEqualTo(2);
    assertThat(scrape.sample("analognets_chip_operations_total{model=\"kws\"}"))
        .isEqualTo(2.0 * 77_383_440);
    assertThat(scrape.sample("analognets_chip_busy_seconds_total{model=\"kws\"}"))
        .isCloseTo(257.66e-6, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1.36e-6, 1.5E-6, 1.0E-6", "9.04e-6, 1.0E-5, 8.0E-6", "16.3e-6, 2.0E-5, 1.5E-5"})
  void joulesLandInTheBucketAroundThem(double joules, String holds, String isBelow) {
    energy.inference(joules, 0, 0, 0);

    String bucket = "analognets_chip_inference_energy_joules_bucket{model=\"kws\",le=\"%s\"}";
    assertThat(scrape().sample(bucket.formatted(holds))).isEqualTo(1);
    assertThat(scrape().sample(bucket.formatted(isBelow))).isZero();
  }

  @Test
  void hostSecondsLandInTheBucketAroundThem() {
    pipeline.decision(0.004);

    String bucket = "analognets_pipeline_latency_seconds_bucket{model=\"kws\",le=\"%s\"}";
    assertThat(scrape().sample(bucket.formatted("0.005"))).isEqualTo(1);
    assertThat(scrape().sample(bucket.formatted("0.0025"))).isZero();
  }

  @Test
  void theStreamsEventsAreCounted() {
    pipeline.wakeEvent("yes");
    pipeline.wakeEvent("yes");
    pipeline.wakeEvent("no");
    pipeline.droppedFrame();
    pipeline.sourceRestart();
    pipeline.audio(0.02);

    assertThat(scrape().samples())
        .containsEntry("analognets_pipeline_wake_events_total{label=\"yes\",model=\"kws\"}", 2.0)
        .containsEntry("analognets_pipeline_wake_events_total{label=\"no\",model=\"kws\"}", 1.0)
        .containsEntry("analognets_pipeline_dropped_frames_total{model=\"kws\"}", 1.0)
        .containsEntry("analognets_pipeline_source_restarts_total{model=\"kws\"}", 1.0)
        .containsEntry("analognets_pipeline_audio_seconds_total{model=\"kws\"}", 0.02);
  }

  @Test
  void modelsAreCountedApart() {
    meters.energy("vww").inference(1e-6, 0, 0, 0);

    assertThat(scrape().samples())
        .containsEntry("analognets_chip_inferences_total{model=\"vww\"}", 1.0)
        .containsEntry("analognets_chip_inferences_total{model=\"kws\"}", 0.0);
  }

  @Test
  void askingAgainForAModelGivesTheSameMeters() {
    meters.energy("kws").inference(1e-6, 0, 0, 0);
    energy.inference(1e-6, 0, 0, 0);

    assertThat(scrape().samples())
        .containsEntry("analognets_chip_inferences_total{model=\"kws\"}", 2.0)
        .containsEntry("analognets_chip_inference_energy_joules_count{model=\"kws\"}", 2.0);
  }

  @Test
  void eachModelShowsTheChipToldLastAndItsAge() {
    meters.chip("vww").programmed("4", "hermes", "gdc-adc");
    meters.chip("kws").programmed("8", "pcm", "gdc");
    meters.chip("kws").programmed("6", "pcm", MeterNames.NO_COMPENSATION);
    meters.chip("kws").age(86_400);

    assertThat(scrape().samples())
        .containsEntry(info("kws", "6", "pcm", "none"), 1.0)
        .containsEntry(info("vww", "4", "hermes", "gdc-adc"), 1.0)
        .doesNotContainKey(info("kws", "8", "pcm", "gdc"))
        .containsEntry("analognets_chip_age_seconds{model=\"kws\"}", 86_400.0);
  }

  private static String info(String model, String bits, String device, String compensation) {
    return "analognets_chip_info{bits=\"%s\",compensation=\"%s\",device=\"%s\",model=\"%s\"}"
        .formatted(bits, compensation, device, model);
  }

  @Test
  void aSourceIsUpFromItsFirstFrameUntilItIsLost() {
    SourceMeters source = meters.source("kws");
    assertThat(sourceUp()).isZero();
    source.frame();
    assertThat(sourceUp()).isEqualTo(1);
    source.lost();
    assertThat(sourceUp()).isZero();
  }

  @Test
  void framesOfBeforeALossDoNotBringTheSourceBack() {
    SourceMeters source = meters.source("kws");
    source.frame();
    source.lost();
    source.frame();
    assertThat(sourceUp()).isZero();
    source.reopening();
    assertThat(sourceUp()).isZero();
    source.frame();
    assertThat(sourceUp()).isEqualTo(1);
  }

  private double sourceUp() {
    return scrape().sample("analognets_pipeline_source_up{model=\"kws\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/plain",
    "*/*, text/plain",
    "text/plain;version=0.0.4, text/plain",
    "'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5', "
        + "application/openmetrics-text"
  })
  void aClientGetsTheFormatItAsksFor(String accept, String contentType) {
    Exposition answer = meters.scrape(accept);
    assertThat(answer.contentType()).startsWith(contentType + ";");
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(text.endsWith("# EOF\n")).isEqualTo(contentType.contains("openmetrics"));
    assertThat(text).contains("analognets_chip_energy_joules_total{component=\"dac\"");
  }

  @Test
  void plainScrapesAreTheSameInBothWays() {
    assertThat(new String(meters.scrape("").body(), StandardCharsets.UTF_8))
        .isEqualTo(meters.scrape());
  }

  @Test
  void openMetricsNamesFamiliesWithoutTheirSuffix() {
    meters.chip("kws").programmed("8", "pcm", "gdc");
    byte[] body = meters.scrape("application/openmetrics-text").body();
    assertThat(new String(body, StandardCharsets.UTF_8).lines())
        .contains(
            "# TYPE analognets_chip_energy_joules counter",
            "# TYPE analognets_chip info",
            "# TYPE analognets_chip_age_seconds gauge");
  }

  @Test
  void anUnknownLabelIsRefusedByName() {
    assertThatThrownBy(() -> pipeline.wakeEvent("maybe"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no meter for label 'maybe' of model 'kws': know no, yes");
  }
}
