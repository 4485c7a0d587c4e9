package org.analognets.pipeline.decision;

import java.util.Optional;

/** Turns posteriors, inference by inference, into detections. Not thread-safe. */
public interface Decision {

  /**
   * Takes in the result of the next inference.
   *
   * @param posteriors one for each of the network's labels
   * @param streamSeconds the stream's time at what was inferred; never falls from call to call
   * @return what was recognised just now, if anything
   */
  Optional<Detection> decide(float[] posteriors, double streamSeconds);

  /** Begins anew after a break in the stream: earlier results no longer count. */
  void reset();
}
