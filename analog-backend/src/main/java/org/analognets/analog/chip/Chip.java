package org.analognets.analog.chip;

import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.device.ProgrammedPairs;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.kernel.NoiseLanes;
import org.analognets.analog.model.Model;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.Network;
import org.analognets.analog.random.Randoms;

/**
 * A programmed accelerator: a network's layers placed on the array, their devices drawn once.
 *
 * <pre>
 * tensor -> for each layer: DAC -> im2col -> crossbar (drifted, freshly read) -> ADC
 *        -> scale and offset of each column (batch norm, drift compensation) -> ReLU
 *        -> Inference{logits, posteriors, energy, age}
 * </pre>
 *
 * <p>Read noise is drawn afresh for every inference and every device, from a generator derived from
 * (seed, inference number): the same chip, age, tensor and number give the same answer on any
 * machine. An array of one age is kept until another age is asked for, and drift compensation is
 * read anew with each. One inference at a time, like the real one: not thread-safe.
 */
public final class Chip {
  private final AonCim settings;
  private final Model model;
  private final long seed;
  private final Placement placement;
  private final Schedule schedule;
  private final EnergyReport energy;
  private final Kernels kernels;
  private final ForwardPass pass;
  private final List<ProgrammedPairs> layers;
  private final GlobalDriftCalibration calibration;
  private final NoiseLanes noise;
  private AgedArray array;
  private long inferences;

  Chip(AonCim settings, Model model, long seed, Kernels kernels) {
    this(settings, model, seed, program(settings, model, seed), kernels);
  }

  Chip(AonCim settings, Model model, long seed, List<ProgrammedPairs> devices, Kernels kernels) {
    Network network = model.network();
    this.settings = settings;
    this.model = model;
    this.seed = seed;
    this.kernels = kernels;
    this.placement = Placement.of(network, settings.rows(), settings.columns());
    this.schedule = settings.schedule(network);
    this.energy = schedule.energy();
    this.pass = new ForwardPass(model, settings.converter(), kernels);
    this.layers = List.copyOf(devices);
    double born = settings.deviceModel().driftStartSeconds();
    this.calibration =
        new GlobalDriftCalibration(settings.compensation(), layers, born, kernels, seed);
    this.noise = NoiseLanes.from(Randoms.derive(seed, "read", 0));
    this.array = age(born);
  }

  private static List<ProgrammedPairs> program(AonCim settings, Model model, long seed) {
    List<ArrayLayer> layers = model.network().arrayLayers();
    List<ProgrammedPairs> devices = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      devices.add(
          ProgrammedPairs.program(
              settings.deviceModel(),
              layers.get(l).weights(),
              model.ranges().weightMax().get(l),
              Randoms.derive(seed, "programming", l)));
    }
    return devices;
  }

  /** Settings of the accelerator. */
  public AonCim settings() {
    return settings;
  }

  /** The network that was programmed. */
  public Model model() {
    return model;
  }

  /** The seed that every draw of this chip derives from. */
  public long seed() {
    return seed;
  }

  /** The devices of each layer on the array, in order. */
  public List<ProgrammedPairs> devices() {
    return layers;
  }

  /** Where each layer sits. */
  public Placement placement() {
    return placement;
  }

  /** Cycles and joules layer by layer. */
  public Schedule schedule() {
    return schedule;
  }

  /**
   * The next inference.
   *
   * @param tensor the network's input, channels last
   * @param ageSeconds seconds since programming, 0 or more
   */
  public Inference infer(float[] tensor, double ageSeconds) {
    return infer(tensor, ageSeconds, inferences++);
  }

  /** The inference of a given number, which decides its read noise. */
  public Inference infer(float[] tensor, double ageSeconds, long number) {
    ageTo(ageSeconds);
    noise.reseed(Randoms.derive(seed, "read", number));
    float[] logits = pass.run(tensor, array);
    return new Inference(logits, Softmax.of(logits), energy, ageSeconds, number);
  }

  /**
   * The array's conductances at an age, averaged over square blocks of cells. The age becomes the
   * array's, as by an inference, so asking at the age of the last one costs little.
   *
   * @param blockCells rows and columns of a block, at least 1
   */
  public ConductanceMap conductances(double ageSeconds, int blockCells) {
    ageTo(ageSeconds);
    return array.conductances(placement, settings.deviceModel().gMaxMicroSiemens(), blockCells);
  }

  private void ageTo(double ageSeconds) {
    if (ageSeconds != array.ageSeconds()) {
      array = age(ageSeconds);
    }
  }

  private AgedArray age(double ageSeconds) {
    if (!(ageSeconds >= 0) || Double.isInfinite(ageSeconds)) {
      throw new IllegalArgumentException("chip age: must be 0 seconds or more, was " + ageSeconds);
    }
    boolean noisy = !settings.deviceModel().isIdeal();
    return AgedArray.of(layers, ageSeconds, calibration, kernels, noise, noisy);
  }
}
