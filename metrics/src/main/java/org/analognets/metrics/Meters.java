package org.analognets.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All meters of one program: hands out the meters of each model and answers a scrape.
 *
 * <p>Counters are Micrometer's. Histograms are the Prometheus client's own, on the same registry:
 * Micrometer's count in whole numbers, which puts every value below one, and so every joule and
 * second here, outside its finite buckets. Gauges and infos are the client's own too, as they are
 * set, not asked.
 *
 * <p>Safe for use by several threads.
 */
public final class Meters {

  /**
   * Around the modelled energy of one inference: the keyword network from 1.4 uJ at 4 bit to 9.0 uJ
   * at 8 bit, the person network from 2.8 uJ to 16 uJ.
   */
  private static final double[] ENERGY_BUCKETS_JOULES = {
    0.5e-6, 1e-6, 1.5e-6, 2e-6, 2.5e-6, 3e-6, 4e-6, 5e-6, 6e-6, 8e-6, 10e-6, 12.5e-6, 15e-6, 20e-6,
    30e-6, 50e-6, 100e-6
  };

  /** From an idle host (a few milliseconds) past the hop (100 ms) to a full buffer (seconds). */
  private static final double[] LATENCY_BUCKETS_SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5
  };

  private final PrometheusMeterRegistry registry;
  private final Histogram inferenceEnergy;
  private final Histogram latency;
  private final Gauge chipAge;
  private final Info chipInfo;
  private final Gauge sourceUp;
  private final ExpositionFormats formats = ExpositionFormats.init();
  private final Map<String, ChipMeters> chips = new ConcurrentHashMap<>();

  /** Meters on a registry of their own. */
  public Meters() {
    this(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  /**
   * Meters on a registry that holds others as well.
   *
   * @param registry a registry that has no {@code Meters} yet
   * @throws IllegalArgumentException if one of the histograms is registered there already
   */
  public Meters(PrometheusMeterRegistry registry) {
    this.registry = registry;
    inferenceEnergy =
        histogram(
            MeterNames.CHIP_INFERENCE_ENERGY,
            "Modelled joules of each inference, accelerator only.",
            ENERGY_BUCKETS_JOULES);
    latency =
        histogram(
            MeterNames.LATENCY,
            "Host seconds from the capture of a window's newest sample, or of a picture, to its decision.",
            LATENCY_BUCKETS_SECONDS);
    chipAge =
        gauge(MeterNames.CHIP_AGE, "Seconds since the chip was programmed, at its last inference.");
    chipInfo = chipInfo(registry);
    sourceUp =
        gauge(MeterNames.SOURCE_UP, "1 while the source gives frames, 0 while it is lost or over.");
  }

  /** The meters of a model's energy, all at zero; the same meters when asked for again. */
  public EnergyMeters energy(String model) {
    return new EnergyMeters(this, model);
  }

  /** The meters of a model's chip; the same meters when asked for again. */
  public ChipMeters chip(String model) {
    return chips.computeIfAbsent(model, name -> new ChipMeters(this, name));
  }

  /** The meter of a source that hasn't given anything yet. */
  public SourceMeters source(String model) {
    return new SourceMeters(this, model);
  }

  /**
   * The meters of a model's stream of sound, all at zero; the same meters when asked for again.
   *
   * @param labels what the model can wake on; each is exported from the start, so that {@code
   *     rate()} sees the first event
   */
  public PipelineMeters pipeline(String model, Collection<String> labels) {
    return new PipelineMeters(this, model, labels);
  }

  /**
   * The meters of a model's stream of pictures, all at zero; the same meters when asked for again.
   *
   * @param labels as those of {@link #pipeline}
   */
  public PictureMeters pictures(String model, Collection<String> labels) {
    return new PictureMeters(this, model, labels);
  }

  /** Everything in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  /**
   * Everything in the format that suits a client best: OpenMetrics or Prometheus' protocol buffers
   * where it takes them, else Prometheus' text format.
   *
   * @param accept its HTTP header {@code Accept}, empty for none
   */
  public Exposition scrape(String accept) {
    ExpositionFormatWriter writer = formats.findWriter(accept);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      writer.write(body, registry.getPrometheusRegistry().scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("an array that can't be written to", e);
    }
    return new Exposition(writer.getContentType(), body.toByteArray());
  }

  /** A counter; the tags are key, value, key, value. */
  Counter counter(String name, String help, String... tags) {
    return Counter.builder(name).description(help).tags(tags).register(registry);
  }

  Histogram inferenceEnergy() {
    return inferenceEnergy;
  }

  Histogram latency() {
    return latency;
  }

  Gauge chipAge() {
    return chipAge;
  }

  Info chipInfo() {
    return chipInfo;
  }

  Gauge sourceUp() {
    return sourceUp;
  }

  private Gauge gauge(String name, String help) {
    return Gauge.builder()
        .name(name)
        .help(help)
        .labelNames(MeterNames.MODEL)
        .withoutExemplars()
        .register(registry.getPrometheusRegistry());
  }

  private static Info chipInfo(PrometheusMeterRegistry registry) {
    return Info.builder()
        .name(MeterNames.CHIP_INFO)
        .help("The chip that serves the model.")
        .labelNames(MeterNames.MODEL, MeterNames.BITS, MeterNames.DEVICE, MeterNames.COMPENSATION)
        .register(registry.getPrometheusRegistry());
  }

  private Histogram histogram(String name, String help, double[] upperBounds) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(MeterNames.MODEL)
        .withoutExemplars()
        .classicOnly()
        .classicUpperBounds(upperBounds)
        .register(registry.getPrometheusRegistry());
  }
}
