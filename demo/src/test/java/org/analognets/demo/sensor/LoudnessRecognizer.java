package org.analognets.demo.sensor;

import java.util.List;
import org.analognets.analog.chip.Inference;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.pipeline.Recognizer;

/** Says "loud" when the middle of its window is loud: known answers without a trained network. */
final class LoudnessRecognizer implements Recognizer {
  static final double DAC_JOULES = 4e-6;
  static final double ADC_JOULES = 5e-6;
  private static final int WINDOW = 490;

  private long inferences;

  @Override
  public String model() {
    return "kws";
  }

  @Override
  public List<String> labels() {
    return List.of("_silence_", "_unknown_", "loud");
  }

  @Override
  public int inputSize() {
    return WINDOW;
  }

  @Override
  public Inference infer(float[] features) {
    boolean loud = features[WINDOW / 2 / 10 * 10] > 0;
    float[] posteriors = loud ? new float[] {0, 0, 1} : new float[] {1, 0, 0};
    EnergyReport energy = new EnergyReport(DAC_JOULES, ADC_JOULES, 128e-6, 77_000_000);
    return new Inference(posteriors, posteriors, energy, 25, inferences++);
  }
}
