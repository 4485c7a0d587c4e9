package org.analognets.demo.sensor;

/**
 * What a sensor works with.
 *
 * @param sense what it does
 * @param model the network's name
 * @param bits width of the converters as users write it, e.g. {@code 8} or {@code ideal}
 * @param device what the array is made of, e.g. {@code pcm}
 * @param ageSeconds seconds since the chip was programmed, at the start
 * @param seed the chip's seed
 * @param source where sound or pictures come from
 */
public record SensorHeader(
    Sense sense,
    String model,
    String bits,
    String device,
    double ageSeconds,
    long seed,
    String source) {

  /** A sensor that works with this chip. */
  static SensorHeader of(Sense sense, AgedChip aged, String source) {
    return new SensorHeader(
        sense,
        aged.chip().model().network().name(),
        aged.chip().settings().converter().label(),
        aged.chip().settings().deviceModel().name(),
        aged.ageSeconds(),
        aged.chip().seed(),
        source);
  }
}
