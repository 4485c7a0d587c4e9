/**
 * Meters for the energy of the chip and the health of the stream, scraped by Prometheus.
 *
 * <p>Reading order: {@link org.analognets.metrics.MeterNames} (every name there is), {@link
 * org.analognets.metrics.Meters} (the registry and its one scrape), {@link
 * org.analognets.metrics.EnergyMeters}, {@link org.analognets.metrics.ChipMeters}, {@link
 * org.analognets.metrics.StreamMeters} with {@link org.analognets.metrics.PipelineMeters} (sound)
 * and {@link org.analognets.metrics.PictureMeters}, {@link org.analognets.metrics.SourceMeters}.
 *
 * <pre>
 *  joules, chip seconds, operations -------&gt; EnergyMeters --+
 *  bits, device, compensation, age --------&gt; ChipMeters ----+
 *                                                           +--&gt; Meters.scrape() --&gt; GET /metrics
 *  wake events, drops, restarts, latency --&gt; StreamMeters --+
 *  frames, losses -------------------------&gt; SourceMeters --+
 * </pre>
 *
 * <p>This package takes plain numbers and strings and knows no other module. Modelled chip time and
 * energy ({@code analognets_chip_*}) and time of the host ({@code analognets_pipeline_*}) are
 * separate families and are never added up. Energy is exported as counters of joules: {@code
 * rate()} over them gives watts.
 */
package org.analognets.metrics;
