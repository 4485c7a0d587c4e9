package org.analognets.training.engine;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.random.Randoms;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
 * The three matrix products that a training step makes of one sample in a 3x3 layer of AnalogNet-KWS
 * (125 positions, 756 rows, 84 columns), on the trainer's kernels and on ND4J's BLAS, one thread each.
 *
 * <pre>
 * forward   sums (125x84)            = patches (125x756) weights (756x84)
 * weights   weight gradient (756x84) += patches^T gradient
 * inputs    patch gradient (125x756) = gradient weights^T
 * </pre>
 *
 * <p>Why training needs no BLAS: both take about 120 us for the 7.9 million multiply-accumulates
 * (ratios of medians between 0.9 and 1.1 on a CPU with AVX-512), and the kernels repeat bit for bit on
 * any machine. Compare the medians (p0.50) of one run of
 * {@code ./mvnw -q -pl training -am -Pbenchmarks test-compile}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class GemmBenchmark {
  private static final int POSITIONS = 125;
  private static final int ROWS = 756;
  private static final int COLUMNS = 84;
  private static final int ROW_STRIDE = Kernels.padded(ROWS);
  private static final int STRIDE = Kernels.padded(COLUMNS);

  /** Whose product. */
  @Param({"kernels", "nd4j"})
  public String implementation;

  private final Kernels kernels = Kernels.best();
  private final float[] patches = padded(POSITIONS, ROWS, ROW_STRIDE);
  private final float[] weights = padded(ROWS, COLUMNS, STRIDE);
  private final float[] transposed = padded(COLUMNS, ROWS, ROW_STRIDE);
  private final float[] gradient = padded(POSITIONS, COLUMNS, STRIDE);
  private final float[] sums = new float[POSITIONS * STRIDE];
  private final float[] weightGradient = new float[ROWS * STRIDE];
  private final float[] patchGradient = new float[POSITIONS * ROW_STRIDE];

  private INDArray blasPatches;
  private INDArray blasWeights;
  private INDArray blasGradient;
  private INDArray blasSums;
  private INDArray blasWeightGradient;
  private INDArray blasPatchGradient;
  private boolean own;

  private static float[] padded(int rows, int columns, int stride) {
    RandomGenerator random = Randoms.derive(1, "benchmark", rows, columns);
    float[] values = new float[rows * stride];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % stride < columns ? (float) random.nextGaussian() : 0f;
    }
    return values;
  }

  private static INDArray matrix(float[] values, int rows, int columns, int stride) {
    float[] dense = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * stride, dense, row * columns, columns);
    }
    return Nd4j.createFromArray(dense).reshape(rows, columns);
  }

  /** Chooses the implementation; ND4J gets its results' arrays beforehand too. */
  @Setup
  public void choose() {
    own = implementation.equals("kernels");
    blasPatches = matrix(patches, POSITIONS, ROWS, ROW_STRIDE);
    blasWeights = matrix(weights, ROWS, COLUMNS, STRIDE);
    blasGradient = matrix(gradient, POSITIONS, COLUMNS, STRIDE);
    blasSums = Nd4j.create(new int[] {POSITIONS, COLUMNS}, 'f');
    blasWeightGradient = Nd4j.create(new int[] {ROWS, COLUMNS}, 'f');
    blasPatchGradient = Nd4j.create(new int[] {POSITIONS, ROWS}, 'f');
    Arrays.fill(weightGradient, 0f);
  }

  /** Column sums of all positions. */
  @Benchmark
  public Object forward() {
    if (!own) {
      return Nd4j.gemm(blasPatches, blasWeights, blasSums, false, false, 1, 0);
    }
    kernels.multiply(
        patches,
        0,
        ROW_STRIDE,
        1,
        weights,
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

  /** Gradient of the weights, added to that of other samples. */
  @Benchmark
  public Object weightGradient() {
    if (!own) {
      return Nd4j.gemm(blasPatches, blasGradient, blasWeightGradient, true, false, 1, 1);
    }
    kernels.multiply(
        patches,
        0,
        1,
        ROW_STRIDE,
        gradient,
        0,
        STRIDE,
        weightGradient,
        0,
        STRIDE,
        ROWS,
        COLUMNS,
        POSITIONS,
        true);
    return weightGradient;
  }

  /** Gradient of the patches. */
  @Benchmark
  public Object patchGradient() {
    if (!own) {
      return Nd4j.gemm(blasGradient, blasWeights, blasPatchGradient, false, true, 1, 0);
    }
    kernels.multiply(
        gradient,
        0,
        STRIDE,
        1,
        transposed,
        0,
        ROW_STRIDE,
        patchGradient,
        0,
        ROW_STRIDE,
        POSITIONS,
        ROWS,
        COLUMNS,
        false);
    return patchGradient;
  }
}
