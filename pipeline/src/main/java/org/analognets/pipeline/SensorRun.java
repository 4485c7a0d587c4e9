package org.analognets.pipeline;

import akka.Done;
import akka.stream.UniqueKillSwitch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A run of a {@link SensorPipeline}. Safe for use by several threads.
 *
 * @param <S> what it adds up
 */
public abstract sealed class SensorRun<S extends SensorSummary> permits Running, Watching {

  private final UniqueKillSwitch killSwitch;
  private final StreamAccount<S> account;
  private final CompletableFuture<S> completion = new CompletableFuture<>();

  SensorRun(UniqueKillSwitch killSwitch, CompletionStage<Done> done, StreamAccount<S> account) {
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
  public final CompletionStage<S> completion() {
    return completion.minimalCompletionStage();
  }

  /** What the run did so far. */
  public final S summary() {
    return account.summary();
  }

  /**
   * Ends the run: the source is closed, what has left its buffer is decided, then {@link
   * #completion()} gives the summary. Stopping twice does nothing.
   */
  public final void stop() {
    killSwitch.shutdown();
  }
}
