package org.analognets.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Collection;

/**
 * All meters of one program: hands out the meters of each model and answers a scrape.
 *
 * <p>Counters are Micrometer's. Histograms are the Prometheus client's own, on the same registry:
 * Micrometer's count in whole numbers, which puts every value below one, and so every joule and
 * second here, outside its finite buckets.
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
  }

  /** The meters of a model's energy, all at zero; the same meters when asked for again. */
  public EnergyMeters energy(String model) {
    return new EnergyMeters(this, model);
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
