package org.analognets.demo.sensor;

import java.util.List;
import org.analognets.analog.chip.Inference;
import org.analognets.pipeline.Recognizer;

/** A programmed chip that ages by the time of its stream, also while a motion gate spares it. */
final class StreamAgedRecognizer implements Recognizer {
  private final ChipRecognizer recognizer;
  private double streamSeconds;

  StreamAgedRecognizer(AgedChip aged) {
    recognizer =
        new ChipRecognizer(aged.chip(), ChipClock.reading(() -> aged.ageSeconds() + streamSeconds));
  }

  @Override
  public String model() {
    return recognizer.model();
  }

  @Override
  public List<String> labels() {
    return recognizer.labels();
  }

  @Override
  public int inputSize() {
    return recognizer.inputSize();
  }

  @Override
  public Inference infer(float[] features) {
    return recognizer.infer(features);
  }

  @Override
  public Inference infer(float[] features, double seconds) {
    streamSeconds = seconds;
    return infer(features);
  }
}
