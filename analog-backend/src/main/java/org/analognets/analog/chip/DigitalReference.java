package org.analognets.analog.chip;

import java.util.List;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.kernel.Kernels;
import org.analognets.analog.model.Model;

/**
 * The same network in float arithmetic: no devices, no converters. What a chip's accuracy is
 * compared with. Not thread-safe.
 */
public final class DigitalReference {
  private final ForwardPass pass;
  private final ForwardPass.Weights weights;

  public DigitalReference(Model model) {
    this.pass = new ForwardPass(model, Converter.ideal(), Kernels.best());
    List<float[]> clean = pass.arrayRuns().stream().map(LayerRun::cleanWeights).toList();
    this.weights =
        new ForwardPass.Weights() {
          @Override
          public float[] weights(int arrayLayer) {
            return clean.get(arrayLayer);
          }

          @Override
          public Correction correction(int arrayLayer) {
            return Correction.none();
          }
        };
  }

  /** Logits of one tensor. */
  public float[] logits(float[] tensor) {
    return pass.run(tensor, weights);
  }
}
