package org.analognets.pipeline;

import akka.NotUsed;
import akka.japi.function.Function;
import akka.stream.javadsl.Flow;
import java.util.List;
import java.util.function.Consumer;

/** From what a network sees to events, with the books kept: the same for sound and pictures. */
final class Events {

  private Events() {}

  /**
   * Inferences and decisions, in the dispatcher of the stream around them.
   *
   * @param once whether the stream completes after its first event
   */
  static Flow<FeatureWindow, WakeEvent, NotUsed> flow(
      Recognizer recognizer,
      Flow<ScoredWindow, Decided, NotUsed> decisions,
      StreamAccount<?> account,
      boolean once) {
    Flow<FeatureWindow, WakeEvent, NotUsed> events =
        Inferences.inPlace(recognizer)
            .map(noting(account::inferred))
            .via(decisions)
            .map(noting(account::decided))
            .mapConcat(decided -> decided.event().map(List::of).orElse(List.of()))
            .map(noting(account::woke));
    return once ? events.take(1) : events;
  }

  /** Passes each element on after it was written into a book. */
  static <T> Function<T, T> noting(Consumer<T> book) {
    return element -> {
      book.accept(element);
      return element;
    };
  }
}
