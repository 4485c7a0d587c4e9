package org.analognets.analog.chip;

import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.device.AgedPairs;
import org.analognets.analog.device.ProgrammedPairs;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;

/**
 * The array at one age: drifted devices, and the compensation that was calibrated at that age.
 * Hands out freshly read weights layer by layer; not thread-safe.
 */
final class AgedArray implements ForwardPass.Weights {
  private final double ageSeconds;
  private final List<AgedPairs> layers;
  private final List<Correction> corrections;
  private final Kernels kernels;
  private final NoiseLanes noise;
  private final boolean noisy;
  private final float[] weights;
  private final float[] scratch;

  private AgedArray(
      double ageSeconds,
      List<AgedPairs> layers,
      List<Correction> corrections,
      Kernels kernels,
      NoiseLanes noise,
      boolean noisy) {
    this.ageSeconds = ageSeconds;
    this.layers = layers;
    this.corrections = corrections;
    this.kernels = kernels;
    this.noise = noise;
    this.noisy = noisy;
    int longest = layers.stream().mapToInt(AgedPairs::length).max().orElse(0);
    this.weights = new float[longest];
    this.scratch = new float[longest];
  }

  static AgedArray of(
      List<ProgrammedPairs> pairs,
      double ageSeconds,
      GlobalDriftCalibration calibration,
      Kernels kernels,
      NoiseLanes noise,
      boolean noisy) {
    List<AgedPairs> layers = new ArrayList<>();
    List<Correction> corrections = new ArrayList<>();
    for (int l = 0; l < pairs.size(); l++) {
      AgedPairs aged = pairs.get(l).age(ageSeconds);
      layers.add(aged);
      corrections.add(calibration.correction(l, aged, ageSeconds));
    }
    return new AgedArray(ageSeconds, layers, corrections, kernels, noise, noisy);
  }

  double ageSeconds() {
    return ageSeconds;
  }

  ConductanceMap conductances(Placement placement, double gMaxMicroSiemens, int blockCells) {
    return ConductanceMap.of(placement, layers, ageSeconds, gMaxMicroSiemens, blockCells);
  }

  @Override
  public float[] weights(int arrayLayer) {
    AgedPairs pairs = layers.get(arrayLayer);
    if (noisy) {
      pairs.read(kernels, noise, weights, scratch);
    } else {
      pairs.readMean(weights);
    }
    return weights;
  }

  @Override
  public Correction correction(int arrayLayer) {
    return corrections.get(arrayLayer);
  }
}
