package org.analognets.demo.live;

/**
 * A source that a sensor can be switched to.
 *
 * @param id how it is chosen, as {@code listen --input} writes it
 * @param name what users read
 */
public record SourceChoice(String id, String name) {}
