package org.analognets.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.network.Network;

/**
 * What a stage produced.
 *
 * @param network batch norm folded into the columns' affine
 * @param bits width of the converters it was trained with, 0 for none
 * @param dacRanges r_DAC of each layer on the array, in order
 * @param weightMax frozen W_max of each layer on the array, in order
 * @param gain S, the one ADC gain
 * @param validationAccuracy share of right answers on the validation set, no PCM effects
 * @param validationExamples size of that set
 */
public record TrainedModel(
    Network network,
    int bits,
    List<Float> dacRanges,
    List<Float> weightMax,
    float gain,
    double validationAccuracy,
    int validationExamples) {

  public TrainedModel {
    dacRanges = List.copyOf(dacRanges);
    weightMax = List.copyOf(weightMax);
  }

  static TrainedModel of(TrainedNetwork network, int bits, double accuracy, int clips) {
    List<Float> ranges = new ArrayList<>();
    List<Float> maxima = new ArrayList<>();
    for (LayerParameters layer : network.layers()) {
      ranges.add((float) Math.exp(layer.logDacRange.average[0]));
      maxima.add(layer.weightMax(layer.weights.average));
    }
    return new TrainedModel(
        network.toNetwork(),
        bits,
        ranges,
        maxima,
        (float) Math.exp(network.logGain().average[0]),
        accuracy,
        clips);
  }
}
