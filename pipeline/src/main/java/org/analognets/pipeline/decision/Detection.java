package org.analognets.pipeline.decision;

/**
 * A word was recognised.
 *
 * @param label what was recognised
 * @param score its smoothed posterior, 0 to 1
 * @param streamSeconds the stream's time at the end of the window that decided it
 */
public record Detection(String label, double score, double streamSeconds) {}
