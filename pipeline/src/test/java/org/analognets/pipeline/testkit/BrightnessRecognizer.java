package org.analognets.pipeline.testkit;

import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.chip.Inference;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.pipeline.PictureFeatures;
import org.analognets.pipeline.Recognizer;

/**
 * Takes the brightness of a picture for the score of a person. Its n-th inference, counted from 0,
 * costs 15 uJ, at a chip age of 25 + n seconds.
 */
public final class BrightnessRecognizer implements Recognizer {

  public static final double ENERGY_JOULES = 15e-6;
  public static final double LATENCY_SECONDS = 940e-6;

  private final List<Float> scores = new ArrayList<>();

  /** The scores it gave. */
  public synchronized List<Float> scores() {
    return List.copyOf(scores);
  }

  @Override
  public String model() {
    return "vww";
  }

  @Override
  public List<String> labels() {
    return List.of("no_person", "person");
  }

  @Override
  public int inputSize() {
    return PictureFeatures.TENSOR_SIZE;
  }

  @Override
  public synchronized Inference infer(float[] features) {
    double sum = 0;
    for (float value : features) {
      sum += value;
    }
    float person = (float) (sum / features.length);
    int number = scores.size();
    scores.add(person);
    float[] posteriors = {1 - person, person};
    EnergyReport energy = new EnergyReport(5e-6, 10e-6, LATENCY_SECONDS, 71_000_000);
    return new Inference(posteriors, posteriors, energy, 25.0 + number, number);
  }
}
