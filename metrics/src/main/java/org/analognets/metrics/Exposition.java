package org.analognets.metrics;

/**
 * The answer to a scrape.
 *
 * @param contentType value of the HTTP header {@code Content-Type}
 * @param body the bytes, the receiver's own
 */
public record Exposition(String contentType, byte[] body) {}
