package org.analognets.demo.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.analognets.demo.live.LiveInput.Started;
import org.analognets.demo.live.SensorStatus.State;
import org.analognets.pipeline.SensorSummary;
import org.analognets.pipeline.decision.Threshold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sense at work on one source at a time. The source may change and the sensor may be held, while
 * its chip, threshold, meters and totals stay.
 *
 * <p>What is asked for is done in turn by a thread of the sensor's own, so that one source is closed
 * before the next is opened. Safe for use by several threads.
 */
public final class LiveSensor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSensor.class);
  private static final long PATIENCE_SECONDS = 5;

  private final LiveChip chip;
  private final Threshold threshold;
  private final LiveInput input;
  private final SensorListener listener;
  private final ExecutorService worker;
  private final Totals totals = new Totals();

  private volatile SensorStatus status =
      new SensorStatus(State.HELD, "", "nothing", Instant.now(), Optional.empty());
  private volatile Optional<Run> current = Optional.empty();
  private volatile List<SourceChoice> choices = List.of();
  private volatile String firstId = "";

  /** A sensor that does nothing yet. */
  public LiveSensor(LiveChip chip, Threshold threshold, LiveInput input, SensorListener listener) {
    this.chip = chip;
    this.threshold = threshold;
    this.input = input;
    this.listener = listener;
    worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "sensor-" + chip.model()));
  }

  /** One use of one source. */
  private record Run(Started started, RunListener listener) {}

  /** The chip. */
  public LiveChip chip() {
    return chip;
  }

  /** The threshold of its decision. */
  public Threshold threshold() {
    return threshold;
  }

  /** Seconds from one inference to the next, while none is left out. */
  public double hopSeconds() {
    return input.hopSeconds();
  }

  /** How it fares. */
  public SensorStatus status() {
    return status;
  }

  /** The sources that it can be switched to, as {@link #lookAround()} found them last. */
  public List<SourceChoice> choices() {
    return choices;
  }

  /** Finds out which sources there are, which may take a moment. */
  public void lookAround() {
    List<SourceChoice> found = new ArrayList<>(input.choices());
    if (found.stream().noneMatch(choice -> choice.id().equals(firstId))) {
      found.add(0, new SourceChoice(firstId, firstId));
    }
    choices = List.copyOf(found);
  }

  /** What it did so far, over all its sources; nothing while it had none. */
  public Optional<SensorSummary> summary() {
    return totals.with(current.map(run -> run.started().run().summary()));
  }

  /** Begins with the standard source; returns at once. */
  public void begin() {
    begin(input.standardId());
  }

  /** Begins with a source, which may be any that the input knows; returns at once. */
  public void begin(String sourceId) {
    firstId = sourceId;
    lookAround();
    goOver(sourceId);
  }

  /**
   * Goes over to a source; returns at once.
   *
   * @throws IllegalArgumentException when it is none of {@link #choices()}
   */
  public void choose(String sourceId) {
    if (choices.stream().noneMatch(choice -> choice.id().equals(sourceId))) {
      throw new IllegalArgumentException("there is no source " + sourceId);
    }
    goOver(sourceId);
  }

  private void goOver(String sourceId) {
    worker.execute(
        () -> {
          stop();
          start(sourceId, Optional.empty());
        });
  }

  /** Closes the source and lets the chip rest; returns at once. */
  public void hold() {
    worker.execute(
        () -> {
          stop();
          status = status.with(State.HELD, Optional.empty());
        });
  }

  /** Goes on after {@link #hold()}; returns at once. */
  public void resume() {
    worker.execute(
        () -> {
          if (status.state() == State.HELD) {
            start(status.sourceId(), Optional.empty());
          }
        });
  }

  private void start(String sourceId, Optional<String> problem) {
    status = new SensorStatus(State.STARTING, sourceId, sourceId, Instant.now(), problem);
    try {
      RunListener ear = new RunListener(this, listener, input.scores(chip.labels().size()));
      Run run = new Run(input.start(sourceId, ear), ear);
      current = Optional.of(run);
      status = status.named(run.started().sourceName());
      run.started().run().completion().whenComplete((summary, cause) -> ended(run, cause));
    } catch (IOException | IllegalArgumentException cannot) {
      fallBack(sourceId, cannot);
    }
  }

  /** A run ended by itself, or because it was stopped; the latter is no news. */
  private void ended(Run run, @Nullable Throwable failure) {
    if (run.listener().over()) {
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    worker.execute(
        () -> {
          if (!run.listener().over()) {
            forget(run);
            fallBack(status.sourceId(), cause == null ? new IOException("it ended") : cause);
          }
        });
  }

  private void fallBack(String sourceId, Throwable cause) {
    String problem = String.valueOf(cause.getMessage());
    LOG.info("{}: {}", chip.model(), problem);
    LOG.debug("{}", sourceId, cause);
    if (sourceId.equals(input.fallbackId())) {
      status = status.with(State.FAILED, Optional.of(problem));
    } else {
      start(input.fallbackId(), Optional.of(problem));
    }
  }

  private void stop() {
    current.ifPresent(
        run -> {
          run.listener().end();
          run.started().run().stop();
          await(run);
          forget(run);
        });
  }

  private void forget(Run run) {
    run.listener().end();
    current = Optional.empty();
    totals.add(run.started().run().summary());
  }

  private static void await(Run run) {
    try {
      run.started()
          .run()
          .completion()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      LOG.debug("ended badly while it was stopped", failed);
    } catch (TimeoutException hangs) {
      LOG.warn("{} does not close; going on without waiting", run.started().sourceName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Inferences come. */
  void noteRunning() {
    SensorStatus now = status;
    if (now.state() != State.RUNNING) {
      status =
          now.with(State.RUNNING, now.state() == State.LOST ? Optional.empty() : now.problem());
    }
  }

  /** The source is gone for now. */
  void noteLost(String cause) {
    status = status.with(State.LOST, Optional.of(cause));
  }

  /** Stops and lets everything go. Closing twice does nothing. */
  @Override
  public void close() {
    if (worker.isShutdown()) {
      return;
    }
    worker.execute(this::stop);
    worker.shutdown();
    try {
      if (!worker.awaitTermination(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("{}: its sensor does not end", chip.model());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
