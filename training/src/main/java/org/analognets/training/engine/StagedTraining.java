package org.analognets.training.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Network;

/**
 * Runs the stages of a training one after the other, each from where the one before it ended, with a
 * checkpoint after every epoch.
 */
public final class StagedTraining {
  private static final double AVERAGE_DECAY = 0.998;

  /** Batches that final statistics are measured on, but no more than an epoch has. */
  private static final int STATISTICS_BATCHES = 40;

  /** Validation under noise is a draw: this seed keeps it comparable from epoch to epoch. */
  private static final long VALIDATION_SEED = 1;

  private final InputScaling scaling;
  private final Validator validator;
  private final TrainingListener listener;
  private final Path checkpoints;
  private final String settings;
  private final int batchSize;
  private final double weightDecay;
  private final long seed;
  private final Map<String, TrainedNetwork> finished = new HashMap<>();
  private final Map<String, String> fingerprints = new HashMap<>();

  /**
   * @param validationFeatures one tensor for each validation example
   * @param validationLabels the right answers
   * @param checkpoints folder for checkpoints, made if missing
   * @param settings anything that a checkpoint must agree with to be resumed
   */
  public StagedTraining(
      InputScaling scaling,
      float[][] validationFeatures,
      int[] validationLabels,
      TrainingListener listener,
      Path checkpoints,
      String settings,
      int batchSize,
      double weightDecay,
      long seed) {
    this.scaling = scaling;
    this.validator = new Validator(validationFeatures, validationLabels);
    this.listener = listener;
    this.checkpoints = checkpoints;
    this.settings = settings;
    this.batchSize = batchSize;
    this.weightDecay = weightDecay;
    this.seed = seed;
  }

  /**
   * Runs one stage.
   *
   * @param examples what it learns from
   * @param architecture of the network that is trained
   * @param from name of the finished stage it starts from, or empty to start from random weights
   * @return the trained network with its converter ranges
   * @throws IOException when a checkpoint can't be read or written
   */
  public TrainedModel run(Stage stage, ExampleSource examples, Network architecture, String from)
      throws IOException {
    Files.createDirectories(checkpoints);
    TrainedNetwork network = new TrainedNetwork(architecture, scaling, seed);
    List<TrainedNetwork> teachers = new ArrayList<>();
    stage.teachers().forEach(name -> teachers.add(finished(name)));
    ExecutorService workers = Executors.newFixedThreadPool(Trainer.SHARDS, StagedTraining::worker);
    try {
      Trainer trainer = new Trainer(network, teachers, batchSize, weightDecay, seed, workers);
      if (!from.isEmpty()) {
        startFrom(finished(from), stage, examples, trainer);
      }
      String fingerprint = fingerprint(stage, from);
      fingerprints.put(stage.name(), fingerprint);
      Path file = checkpoints.resolve(stage.name() + ".checkpoint");
      runEpochs(stage, fingerprint, examples, trainer, file);
      finished.put(stage.name(), network);
      return TrainedModel.of(
          network,
          stage.bits(),
          validator.accuracy(trainer, stage.bits(), WeightNoise.none(), VALIDATION_SEED),
          validator.size());
    } finally {
      workers.shutdownNow();
    }
  }

  /** A stage is another one too when what it starts from or learns from is another. */
  private String fingerprint(Stage stage, String from) {
    StringBuilder text = new StringBuilder(fingerprints.getOrDefault(from, settings));
    text.append("; ").append(stage.fingerprint());
    for (String teacher : stage.teachers()) {
      text.append(" (").append(fingerprints.get(teacher)).append(')');
    }
    return text.toString();
  }

  private TrainedNetwork finished(String stage) {
    TrainedNetwork network = finished.get(stage);
    if (network == null) {
      throw new IllegalArgumentException("training: stage " + stage + " has not run yet");
    }
    return network;
  }

  private void runEpochs(
      Stage stage, String fingerprint, ExampleSource examples, Trainer trainer, Path file)
      throws IOException {
    int done = 0;
    if (Files.exists(file)) {
      done = Checkpoint.read(file, fingerprint, trainer.network(), trainer.optimiser());
    }
    int steps = examples.examplesPerEpoch() / batchSize;
    if (steps == 0) {
      throw new IllegalArgumentException(
          "training: an epoch of "
              + examples.examplesPerEpoch()
              + " examples does not fill one batch of "
              + batchSize);
    }
    listener.stageStarted(stage, done, steps);
    List<ExampleSource.Reader> readers = new ArrayList<>();
    for (int i = 0; i < Trainer.SHARDS; i++) {
      readers.add(examples.reader());
    }
    for (int epoch = done; epoch < stage.epochs(); epoch++) {
      double loss = 0;
      for (int step = 0; step < steps; step++) {
        long at = (long) epoch * steps + step;
        // Early on, a slow average would mostly hold the random start.
        double decay = Math.min(AVERAGE_DECAY, (1.0 + at) / (10.0 + at));
        StepPlan plan =
            new StepPlan(
                stage.learningRateAt(at, steps),
                stage.bits(),
                stage.noise(),
                stage.objective(),
                stage.clipSigmas(),
                stage.mixup(),
                decay);
        loss += trainer.step(plan, readers, epoch, step);
        listener.step(stage, epoch + 1, step + 1, loss / (step + 1));
      }
      if (epoch + 1 == stage.epochs()) {
        Calibration.measureStatistics(
            trainer,
            examples,
            stage.bits(),
            stage.noise(),
            Math.min(STATISTICS_BATCHES, steps),
            seed);
      }
      double accuracy =
          validator.accuracy(trainer, stage.bits(), WeightNoise.none(), VALIDATION_SEED);
      Checkpoint.write(file, fingerprint, epoch + 1, trainer.network(), trainer.optimiser());
      listener.epoch(stage, epoch + 1, loss / steps, accuracy);
    }
  }

  /** Takes over averaged parameters; a first stage with converters finds their ranges. */
  private void startFrom(
      TrainedNetwork earlier, Stage stage, ExampleSource examples, Trainer trainer) {
    List<Parameter> theirs = earlier.all();
    List<Parameter> ours = trainer.network().all();
    for (int i = 0; i < ours.size(); i++) {
      System.arraycopy(theirs.get(i).average, 0, ours.get(i).value, 0, ours.get(i).value.length);
    }
    boolean calibrated = false;
    for (int l = 0; l < trainer.network().layers().size(); l++) {
      LayerParameters layer = trainer.network().layers().get(l);
      layer.frozenMax = earlier.layers().get(l).frozenMax;
      calibrated |= layer.frozenMax > 0;
      if (stage.frozenMax() && layer.frozenMax == 0) {
        layer.clip(stage.clipSigmas());
        layer.frozenMax = layer.weightMax(layer.weights.value);
      }
    }
    trainer.network().resetAverages();
    if (stage.frozenMax() && !calibrated) {
      Calibration.startRanges(trainer, examples, seed);
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "training");
    thread.setDaemon(true);
    return thread;
  }
}
