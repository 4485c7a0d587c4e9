package org.analognets.frontends.sound;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a column (20 ms of sound) and a clip of one second cost. Run {@link #main}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MfccBenchmark {
  private final Mfcc mfcc = new Mfcc();
  private final MfccStream stream = new MfccStream();
  private final float[] clip = new float[Mfcc.CLIP_SAMPLES];
  private final float[] hop = new float[Mfcc.HOP_SAMPLES];
  private final float[] matrix = new float[Mfcc.WINDOW_COLUMNS * Mfcc.COEFFICIENTS];

  /** Fills clip and hop with noise. */
  public MfccBenchmark() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < clip.length; i++) {
      clip[i] = (float) random.nextDouble(-0.3, 0.3);
    }
    System.arraycopy(clip, 0, hop, 0, hop.length);
  }

  /** One frame into one column. */
  @Benchmark
  public float[] column() {
    mfcc.column(clip, 0, matrix, 0);
    return matrix;
  }

  /** A whole clip into its matrix, as training does. */
  @Benchmark
  public float[] clip() {
    mfcc.matrix(clip, clip.length, matrix);
    return matrix;
  }

  /** The newest hop into the newest window, as live listening does. */
  @Benchmark
  public float[] hopAndWindow() {
    stream.push(hop);
    if (stream.ready()) {
      stream.window(matrix);
    }
    return matrix;
  }

  /** Runs all of them. */
  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(MfccBenchmark.class.getSimpleName()).build()).run();
  }
}
