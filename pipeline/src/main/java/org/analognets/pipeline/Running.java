package org.analognets.pipeline;

import akka.Done;
import akka.stream.UniqueKillSwitch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A run of a {@link WakePipeline}. Safe for use by several threads. */
public final class Running {

  private final UniqueKillSwitch killSwitch;
  private final StreamAccount account;
  private final CompletableFuture<StreamSummary> completion = new CompletableFuture<>();

  Running(UniqueKillSwitch killSwitch, CompletionStage<Done> done, StreamAccount account) {
    this.killSwitch = killSwitch;
    this.account = account;
    done.whenComplete(
        (ignored, failure) -> {
          account.ended();
          if (failure == null) {
            completion.complete(account.summary());
          } else {
            completion.completeExceptionally(failure);
          }
        });
  }

  /**
   * The summary, once the run is over; the failure itself, unwrapped, if it failed. {@link
   * #summary()} then still says what it did until then.
   */
  public CompletionStage<StreamSummary> completion() {
    return completion.minimalCompletionStage();
  }

  /** What the run did so far. */
  public StreamSummary summary() {
    return account.summary();
  }

  /**
   * Ends the run: the source is closed, what has left its buffer is decided, then {@link
   * #completion()} gives the summary. Stopping twice does nothing.
   */
  public void stop() {
    killSwitch.shutdown();
  }
}
