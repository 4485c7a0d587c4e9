package org.analognets.pipeline;

import akka.NotUsed;
import akka.stream.ActorAttributes;
import akka.stream.Attributes;
import akka.stream.javadsl.Flow;

/** From windows to posteriors: the chip's place in the stream. */
public final class Inferences {

  /** Configuration path of the dispatcher that computes. */
  static final String DISPATCHER = "analognets.inference-dispatcher";

  private Inferences() {}

  /**
   * One inference for each window, in order, on a dispatcher of its own. Streams that share a
   * recognizer wait for each other.
   */
  public static Flow<FeatureWindow, ScoredWindow, NotUsed> flow(Recognizer recognizer) {
    return inPlace(recognizer)
        .addAttributes(ActorAttributes.dispatcher(DISPATCHER).and(Attributes.inputBuffer(1, 1)));
  }

  /** The same without the dispatcher, for a stream that as a whole runs there. */
  static Flow<FeatureWindow, ScoredWindow, NotUsed> inPlace(Recognizer recognizer) {
    return Flow.of(FeatureWindow.class)
        .map(
            window -> {
              synchronized (recognizer) { // one chip serves one inference at a time
                return new ScoredWindow(
                    window, recognizer.infer(window.features(), window.streamSeconds()));
              }
            });
  }
}
