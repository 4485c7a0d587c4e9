package org.analognets.metrics;

import io.micrometer.core.instrument.Counter;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;

/**
 * What one model costs the accelerator. Handles are looked up once, here; {@link #inference} looks
 * up and allocates nothing. Safe for use by several threads.
 */
public final class EnergyMeters {

  private final Counter dacJoules;
  private final Counter adcJoules;
  private final Counter inferences;
  private final Counter operations;
  private final Counter busySeconds;
  private final DistributionDataPoint inferenceJoules;

  EnergyMeters(Meters meters, String model) {
    dacJoules = joules(meters, model, MeterNames.DAC);
    adcJoules = joules(meters, model, MeterNames.ADC);
    inferences =
        meters.counter(
            MeterNames.CHIP_INFERENCES, "Inferences of the accelerator.", MeterNames.MODEL, model);
    operations =
        meters.counter(
            MeterNames.CHIP_OPERATIONS,
            "Multiplications and additions of the accelerator.",
            MeterNames.MODEL,
            model);
    busySeconds =
        meters.counter(
            MeterNames.CHIP_BUSY,
            "Modelled seconds the accelerator was busy, not host time.",
            MeterNames.MODEL,
            model);
    inferenceJoules = meters.inferenceEnergy().labelValues(model);
  }

  private static Counter joules(Meters meters, String model, String component) {
    return meters.counter(
        MeterNames.CHIP_ENERGY,
        "Modelled joules of the accelerator by component; the components add up to the total.",
        MeterNames.MODEL,
        model,
        MeterNames.COMPONENT,
        component);
  }

  /**
   * Counts one inference.
   *
   * @param dac joules of the row converters
   * @param adc joules of the column converters
   * @param chipSeconds modelled latency of the accelerator
   * @param operationCount multiplications and additions
   */
  public void inference(double dac, double adc, double chipSeconds, long operationCount) {
    dacJoules.increment(dac);
    adcJoules.increment(adc);
    inferences.increment();
    operations.increment((double) operationCount);
    busySeconds.increment(chipSeconds);
    inferenceJoules.observe(dac + adc);
  }
}
