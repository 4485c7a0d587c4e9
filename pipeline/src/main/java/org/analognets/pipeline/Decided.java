package org.analognets.pipeline;

import java.util.Optional;

/** A window that was decided on: most are no event. */
public record Decided(ScoredWindow scored, Optional<WakeEvent> event) {}
