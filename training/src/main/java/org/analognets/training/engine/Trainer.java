package org.analognets.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.analognets.analog.random.Randoms;

/** Moves a network's parameters batch by batch; every batch is cut into the same shards. */
final class Trainer {
  /** Shards of a batch: a constant, not the number of cores, since batch statistics are theirs. */
  static final int SHARDS = 2;

  /** How much of a new batch's statistics the averages take up. */
  private static final float STATISTICS_MOMENTUM = 0.05f;

  private final TrainedNetwork network;
  private final ExecutorService workers;
  private final long seed;
  private final AdamW optimiser;
  private final List<Shard> shards = new ArrayList<>();
  private final List<Shard> teacherShards = new ArrayList<>();
  private final float[][] features;

  Trainer(
      TrainedNetwork network,
      List<TrainedNetwork> teachers,
      int batchSize,
      double weightDecay,
      long seed,
      ExecutorService workers) {
    this.network = network;
    this.workers = workers;
    this.seed = seed;
    this.optimiser = new AdamW(weightDecay);
    for (int i = 0; i < SHARDS; i++) {
      shards.add(new Shard(network, batchSize / SHARDS));
      for (TrainedNetwork teacher : teachers) {
        teacherShards.add(new Shard(teacher, batchSize / SHARDS));
      }
    }
    this.features = new float[SHARDS][network.architecture().input().size()];
  }

  AdamW optimiser() {
    return optimiser;
  }

  TrainedNetwork network() {
    return network;
  }

  List<Shard> shards() {
    return shards;
  }

  int batchSize() {
    return SHARDS * shards.get(0).capacity();
  }

  /** One step on one batch of an epoch; gives its mean loss. */
  double step(StepPlan plan, List<ExampleSource.Reader> readers, int epoch, int batch) {
    List<Callable<Double>> work = new ArrayList<>();
    for (int i = 0; i < SHARDS; i++) {
      int shard = i;
      work.add(() -> shardStep(plan, readers.get(shard), epoch, batch, shard));
    }
    double loss = runAll(work).stream().mapToDouble(Double::doubleValue).sum();
    collectGradients(plan.bits() > 0);
    optimiser.step(network.trained(), plan.learningRate());
    for (LayerParameters layer : network.layers()) {
      layer.clip(plan.clipSigmas());
    }
    average(plan.averageDecay());
    return loss / batchSize();
  }

  private double shardStep(
      StepPlan plan, ExampleSource.Reader reader, int epoch, int batch, int index) {
    Shard shard = shards.get(index);
    int samples = shard.capacity();
    float[][] targets = new float[samples][shard.classes()];
    for (int s = 0; s < samples; s++) {
      int place = (batch * SHARDS + index) * samples + s;
      reader.read(epoch, place, features[index], targets[s]);
      shard.setInput(s, features[index]);
    }
    float[] shares = new float[samples];
    if (plan.mixup() > 0) {
      RandomGenerator random = Randoms.derive(seed, "mixup", epoch, batch, index);
      for (int s = 0; s < samples; s++) {
        shares[s] = (float) (plan.mixup() * random.nextDouble());
      }
      shard.mixInputs(shares);
    }
    float[] teacherLogits = teacherLogits(shard, index, samples);
    Pass pass =
        new Pass(
            true,
            false,
            plan.bits(),
            plan.noise(),
            Randoms.derive(seed, "noise", epoch, batch, index));
    shard.forward(samples, pass);
    double loss = 0;
    int stride = shard.logitStride();
    for (int s = 0; s < samples; s++) {
      loss +=
          plan.objective()
              .sample(
                  shard.logits(),
                  s * stride,
                  shard.classes(),
                  targets[s],
                  targets[(s + 1) % samples],
                  shares[s],
                  teacherLogits,
                  s * stride,
                  shard.logitGradient(),
                  1.0 / batchSize());
    }
    shard.backward(samples, pass);
    return loss;
  }

  /** The mean logits of the teachers on the student's own inputs. */
  private float[] teacherLogits(Shard student, int index, int samples) {
    float[] sum = new float[student.logits().length];
    int teachers = teacherShards.size() / SHARDS;
    for (int t = 0; t < teachers; t++) {
      Shard teacher = teacherShards.get(index * teachers + t);
      teacher.setInputs(student, samples);
      teacher.forward(samples, Pass.evaluation(0, Randoms.derive(seed, "teacher")));
      for (int i = 0; i < samples * student.logitStride(); i++) {
        sum[i] += teacher.logits()[i] / teachers;
      }
    }
    return sum;
  }

  private void collectGradients(boolean converters) {
    for (int l = 0; l < network.layers().size(); l++) {
      LayerParameters p = network.layers().get(l);
      clear(p.weights);
      clear(p.gamma);
      clear(p.beta);
      clear(p.logDacRange);
      for (Shard shard : shards) {
        ArrayStep step = shard.arraySteps().get(l);
        add(step.weightGradient, p.weights);
        add(step.norm().gammaGradient, p.gamma);
        add(step.norm().betaGradient, p.beta);
        p.logDacRange.gradient[0] += (float) step.logDacRangeGradient;
        step.norm().updateAverages(STATISTICS_MOMENTUM);
      }
    }
    clear(network.logGain());
    if (converters) {
      for (Shard shard : shards) {
        for (ArrayStep step : shard.arraySteps()) {
          network.logGain().gradient[0] += (float) step.logGainGradient;
        }
      }
    }
  }

  private void average(double decay) {
    float share = (float) (1 - decay);
    for (Parameter p : network.all()) {
      for (int i = 0; i < p.value.length; i++) {
        p.average[i] += share * (p.value[i] - p.average[i]);
      }
    }
  }

  private static void clear(Parameter p) {
    java.util.Arrays.fill(p.gradient, 0f);
  }

  private static void add(float[] gradient, Parameter p) {
    for (int i = 0; i < gradient.length; i++) {
      p.gradient[i] += gradient[i];
    }
  }

  /** Runs the shards' work and hands their failures on. */
  <T> List<T> runAll(List<Callable<T>> work) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : workers.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
