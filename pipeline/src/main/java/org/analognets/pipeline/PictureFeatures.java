package org.analognets.pipeline;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.analognets.analog.network.AnalogNets;
import org.analognets.frontends.picture.Downscale;
import org.analognets.pipeline.capture.PictureFrame;
import org.analognets.pipeline.decision.MotionGate;

/** From pictures to the tensors that a network sees. */
public final class PictureFeatures {

  /** Values in a tensor: 100 x 100 places of red, green and blue. */
  public static final int TENSOR_SIZE = AnalogNets.VWW_INPUT.size();

  private PictureFeatures() {}

  /** Each picture, brought to the network's size. */
  public static Flow<PictureFrame, FeatureWindow, NotUsed> flow() {
    return Flow.of(PictureFrame.class)
        .statefulMapConcat(() -> new Tensors(Optional.empty(), () -> {})::next);
  }

  /**
   * Each picture that passes a motion gate, brought to the network's size. After a break in the view
   * (another recording) the first picture always passes.
   *
   * @param gate makes the gate of one materialisation
   * @param gated is told of each picture that does not pass
   */
  public static Flow<PictureFrame, FeatureWindow, NotUsed> gated(
      Supplier<MotionGate> gate, Runnable gated) {
    return Flow.of(PictureFrame.class)
        .statefulMapConcat(() -> new Tensors(Optional.of(gate.get()), gated)::next);
  }

  /** The state of one materialisation. */
  private static final class Tensors {

    private final Downscale downscale =
        new Downscale(AnalogNets.VWW_INPUT.height(), AnalogNets.VWW_INPUT.width());
    private final Optional<MotionGate> gate;
    private final Runnable gated;
    private int recording;

    Tensors(Optional<MotionGate> gate, Runnable gated) {
      this.gate = gate;
      this.gated = gated;
    }

    Iterable<FeatureWindow> next(PictureFrame frame) {
      if (frame.recording() != recording) {
        recording = frame.recording();
        gate.ifPresent(MotionGate::reset);
      }
      float[] tensor = new float[TENSOR_SIZE];
      downscale.apply(frame.picture(), tensor);
      if (gate.isPresent() && !gate.get().opens(tensor, frame.streamSeconds())) {
        gated.run();
        return List.of();
      }
      return List.of(
          new FeatureWindow(tensor, frame.streamSeconds(), recording, frame.capturedNanos()));
    }
  }
}
