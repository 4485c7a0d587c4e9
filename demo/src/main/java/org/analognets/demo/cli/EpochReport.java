package org.analognets.demo.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.analognets.training.engine.Stage;
import org.analognets.training.engine.TrainingListener;
import org.jspecify.annotations.Nullable;

/** Shows how a training goes: a bar for each stage, a line for each epoch. */
final class EpochReport implements TrainingListener, AutoCloseable {
  private final PrintWriter err;
  private @Nullable Progress progress;
  private int stepsPerEpoch;

  EpochReport(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void stageStarted(Stage stage, int epochsDone, int steps) {
    close();
    stepsPerEpoch = steps;
    progress = Progress.of(stage.name(), "steps", (long) stage.epochs() * steps);
    progress.stepTo((long) epochsDone * steps);
  }

  @Override
  public void step(Stage stage, int epoch, int step, double meanLoss) {
    if (progress != null) {
      progress.stepTo((long) (epoch - 1) * stepsPerEpoch + step);
      progress.note(String.format(Locale.ROOT, "loss %.4f", meanLoss));
    }
  }

  @Override
  public void epoch(Stage stage, int epoch, double meanLoss, double validationAccuracy) {
    err.printf(
        Locale.ROOT,
        "%s epoch %d of %d: loss %.4f, validation accuracy %.2f %%%n",
        stage.name(),
        epoch,
        stage.epochs(),
        meanLoss,
        100 * validationAccuracy);
    err.flush();
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
