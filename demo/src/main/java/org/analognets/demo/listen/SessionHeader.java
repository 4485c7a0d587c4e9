package org.analognets.demo.listen;

/**
 * What a session listens with.
 *
 * @param model the network's name
 * @param bits width of the converters as users write it, e.g. {@code 8} or {@code ideal}
 * @param device what the array is made of, e.g. {@code pcm}
 * @param ageSeconds seconds since the chip was programmed, at the start
 * @param seed the chip's seed
 * @param source where sound comes from
 */
public record SessionHeader(
    String model, String bits, String device, double ageSeconds, long seed, String source) {}
