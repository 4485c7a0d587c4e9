package org.analognets.pipeline;

/**
 * What the network sees: the last second of sound as MFCCs.
 *
 * @param features 49 columns of 10 coefficients, oldest column first; nobody else holds the array
 * @param streamSeconds the stream's time at the newest sample
 * @param recording which opening of the source it is from; between two of them the sound has a
 *     break
 * @param capturedNanos {@link System#nanoTime()} when the newest sample was captured
 */
@SuppressWarnings("ArrayRecordComponent") // windows pass by, nobody compares them
public record FeatureWindow(
    float[] features, double streamSeconds, int recording, long capturedNanos) {}
