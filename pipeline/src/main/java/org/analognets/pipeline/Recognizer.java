package org.analognets.pipeline;

import java.util.List;
import java.util.Optional;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Inference;

/**
 * A chip as the stream sees it: features in, one inference out. Whoever wires the stream knows the
 * network on the chip and the clock that ages it.
 */
public interface Recognizer {

  /** The network's name, as meters and wake events show it, e.g. {@code kws}. */
  String model();

  /** What the network tells apart, in the order of its posteriors. */
  List<String> labels();

  /** How many features an inference takes. */
  int inputSize();

  /**
   * The accelerator that answers, where one does; the meters show it. May be another one from some
   * inference on.
   */
  default Optional<AonCim> accelerator() {
    return Optional.empty();
  }

  /**
   * Makes one inference. Like a real chip it serves one at a time: streams that share a recognizer
   * wait for each other, so this is never called by two threads at once.
   *
   * @param features {@link #inputSize()} values, the recognizer's to keep
   */
  Inference infer(float[] features);

  /**
   * Makes one inference at a time of the stream, for a chip that ages by it; any other takes no
   * notice of it.
   *
   * @param streamSeconds the stream's time at what the features are of
   */
  default Inference infer(float[] features, double streamSeconds) {
    return infer(features);
  }
}
