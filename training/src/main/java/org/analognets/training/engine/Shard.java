package org.analognets.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.network.ArrayLayer;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Layer;
import org.analognets.analog.network.ResidualAdd;
import org.analognets.analog.network.Shape;

/**
 * A part of a batch with its own activations and gradients; one thread works on it at a time.
 *
 * <p>Batches are always cut into the same shards, so results do not depend on the number of threads.
 */
final class Shard {
  private final TrainedNetwork network;
  private final int capacity;
  private final Activations input;
  private final Activations output;
  private final List<Activations> all = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<ArrayStep> arraySteps = new ArrayList<>();

  Shard(TrainedNetwork network, int capacity) {
    this.network = network;
    this.capacity = capacity;
    Map<String, Activations> byName = new HashMap<>();
    Shape inputShape = network.architecture().input();
    Activations at = activations(inputShape, inputShape.channels());
    this.input = at;
    List<Shape> shapes = network.architecture().outputShapes();
    int index = 0;
    for (Layer layer : network.architecture().layers()) {
      Shape shape = shapes.get(index++);
      Activations out =
          layer instanceof InputScaling ? at : activations(shape, Kernels.padded(shape.channels()));
      if (layer instanceof ArrayLayer) {
        ArrayStep step =
            new ArrayStep(
                network.layer(layer.name()), network.logGain(), at, out, at != input, capacity);
        steps.add(step);
        arraySteps.add(step);
      } else if (layer instanceof AveragePool) {
        steps.add(new PoolStep(at, out));
      } else if (layer instanceof ResidualAdd add) {
        steps.add(new AddStep(at, Objects.requireNonNull(byName.get(add.from())), out));
      }
      byName.put(layer.name(), out);
      at = out;
    }
    this.output = at;
  }

  private Activations activations(Shape shape, int channelStride) {
    Activations made = new Activations(shape, channelStride, capacity);
    all.add(made);
    return made;
  }

  int capacity() {
    return capacity;
  }

  int inputSize() {
    return input.shape.size();
  }

  int classes() {
    return output.shape.channels();
  }

  /** Copies one sample's features in, scaled. */
  void setInput(int sample, float[] features) {
    float[] scaled = new float[features.length];
    network.scaling().apply(features, scaled);
    System.arraycopy(scaled, 0, input.value, sample * input.sampleStride, scaled.length);
  }

  /** Mixes a share of each sample's successor into it; the last one's successor is the first. */
  void mixInputs(float[] shares) {
    int stride = input.sampleStride;
    float[] first = Arrays.copyOf(input.value, stride);
    for (int s = 0; s < shares.length; s++) {
      boolean last = s + 1 == shares.length;
      for (int i = 0; i < stride; i++) {
        float next = last ? first[i] : input.value[(s + 1) * stride + i];
        float own = input.value[s * stride + i];
        input.value[s * stride + i] = own + shares[s] * (next - own);
      }
    }
  }

  /** Takes the inputs of another shard: those of a student for its teacher. */
  void setInputs(Shard other, int samples) {
    System.arraycopy(other.input.value, 0, input.value, 0, samples * input.sampleStride);
  }

  void forward(int samples, Pass pass) {
    for (Step step : steps) {
      step.forward(samples, pass);
    }
  }

  void backward(int samples, Pass pass) {
    for (Activations a : all) {
      if (a != output) {
        Arrays.fill(a.gradient, 0, samples * a.sampleStride, 0f);
      }
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).backward(samples, pass);
    }
  }

  /** Logits, {@link #logitStride} floats for each sample. */
  float[] logits() {
    return output.value;
  }

  int logitStride() {
    return output.sampleStride;
  }

  float[] logitGradient() {
    return output.gradient;
  }

  List<ArrayStep> arraySteps() {
    return arraySteps;
  }

  /** Most probable class of a sample. */
  int best(int sample) {
    int at = sample * output.sampleStride;
    int best = 0;
    for (int c = 1; c < classes(); c++) {
      if (output.value[at + c] > output.value[at + best]) {
        best = c;
      }
    }
    return best;
  }
}
