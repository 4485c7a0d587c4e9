package org.analognets.pipeline.decision;

/**
 * Something was recognised: a word, a person, or that the person is gone.
 *
 * @param label what was recognised
 * @param score its smoothed posterior, 0 to 1
 * @param streamSeconds the stream's time at the end of the window, or at the picture, that decided it
 */
public record Detection(String label, double score, double streamSeconds) {}
