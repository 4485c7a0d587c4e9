package org.analognets.pipeline;

/**
 * What the network sees: the last second of sound as MFCCs, or a picture.
 *
 * @param features 49 columns of 10 coefficients, oldest column first, or 100 x 100 places of red,
 *     green and blue in 0..1, row by row; nobody else holds the array
 * @param streamSeconds the stream's time at the newest sample, or at the picture
 * @param recording which opening of the source it is from; between two of them the sound or the
 *     view has a break
 * @param capturedNanos {@link System#nanoTime()} when the newest sample or the picture was captured
 */
@SuppressWarnings("ArrayRecordComponent") // windows pass by, nobody compares them
public record FeatureWindow(
    float[] features, double streamSeconds, int recording, long capturedNanos) {}
