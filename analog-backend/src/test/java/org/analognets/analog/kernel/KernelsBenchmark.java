package org.analognets.analog.kernel;

import java.util.concurrent.TimeUnit;
import org.analognets.analog.random.Randoms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hot loops on the Vector API and in plain Java: a layer of AnalogNet-KWS (125 positions, 756
 * rows, 84 columns) multiplied once, and its devices read once.
 *
 * <pre>
 * ./mvnw -q -pl analog-backend test-compile exec:exec@jmh
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelsBenchmark {
  private static final int POSITIONS = 125;
  private static final int ROWS = 756;
  private static final int COLUMNS = 84;
  private static final int ROW_STRIDE = Kernels.padded(ROWS);
  private static final int STRIDE = Kernels.padded(COLUMNS);

  /** Which implementation. */
  @Param({"vector", "plain"})
  public String implementation;

  private final float[] patches = filled(POSITIONS * ROW_STRIDE, 0.5f);
  private final float[] means = filled(ROWS * STRIDE, 0.5f);
  private final float[] deviations = filled(ROWS * STRIDE, 0.05f);
  private final float[] weights = filled(ROWS * STRIDE, 0.1f);
  private final float[] sums = new float[POSITIONS * STRIDE];
  private final NoiseLanes noise = NoiseLanes.from(Randoms.derive(1, "benchmark"));
  private Kernels kernels;

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    java.util.Arrays.fill(values, value);
    return values;
  }

  /** Chooses the implementation. */
  @Setup
  public void choose() {
    kernels = implementation.equals("vector") ? new VectorKernels() : new PlainKernels();
  }

  /** All positions of the layer: 7.9 million multiply-accumulates. */
  @Benchmark
  public float[] multiply() {
    kernels.multiply(
        patches,
        0,
        ROW_STRIDE,
        1,
        means,
        0,
        STRIDE,
        sums,
        0,
        STRIDE,
        POSITIONS,
        COLUMNS,
        ROWS,
        false);
    return sums;
  }

  /** One read of the layer: 127,000 Gaussians on two devices for each weight. */
  @Benchmark
  public float[] read() {
    kernels.read(means, deviations, means, deviations, weights, weights.length, noise);
    return weights;
  }
}
