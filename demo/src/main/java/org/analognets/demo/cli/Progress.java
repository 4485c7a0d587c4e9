package org.analognets.demo.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error; nothing where nobody watches. */
final class Progress implements AutoCloseable {
  private static final int UPDATE_MILLIS = 500;
  private static final int WIDTH = 79;

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * A bar.
   *
   * @param total steps to the end, -1 when it isn't known
   */
  @SuppressWarnings("SystemConsoleNull") // on JDK 22 and newer the launcher asks for the old answer
  static Progress of(String task, String unit, long total) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(" " + unit, 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(
                System.console() == null
                    ? new DelegatingProgressBarConsumer(line -> {}, WIDTH)
                    : new ConsoleProgressBarConsumer(System.err, WIDTH));
    return new Progress(builder.build());
  }

  /** One step more. */
  void step() {
    bar.step();
  }

  /** So many steps in all. */
  void stepTo(long steps) {
    bar.stepTo(steps);
  }

  /** Words behind the bar. */
  void note(String words) {
    bar.setExtraMessage(words);
  }

  @Override
  public void close() {
    bar.close();
  }
}
