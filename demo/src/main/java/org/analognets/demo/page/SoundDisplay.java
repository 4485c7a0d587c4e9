package org.analognets.demo.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Layer;
import org.analognets.demo.live.LiveChip;
import org.analognets.demo.live.LiveSound;
import org.analognets.demo.live.Reading;

/** The outline of the sound and the MFCC window, scaled as the network's first layer scales it. */
final class SoundDisplay implements Display {
  private static final float LARGEST_DEVIATION = 3;

  private final LiveSound input;
  private final LiveChip chip;

  SoundDisplay(LiveSound input, LiveChip chip) {
    this.input = input;
    this.chip = chip;
  }

  @Override
  public String kind() {
    return "sound";
  }

  @Override
  public void write(JsonGenerator json, Optional<Reading> newest) throws IOException {
    int[] outline = input.takeOutline();
    json.writeFieldName("wave");
    json.writeArray(outline, 0, outline.length);
    if (newest.isPresent()) {
      json.writeFieldName("window");
      json.writeBinary(bytes(newest.get().input()));
    }
  }

  /** -3..3 deviations from the training material's mean become 0..255. */
  private byte[] bytes(float[] window) {
    Layer first = chip.chip().model().network().layers().get(0);
    InputScaling scaling =
        first instanceof InputScaling known
            ? known
            : InputScaling.none("input", chip.chip().model().network().input().width());
    float[] means = scaling.means();
    float[] inverse = scaling.inverseDeviations();
    byte[] bytes = new byte[window.length];
    for (int i = 0; i < window.length; i++) {
      int coefficient = i % means.length;
      float deviations = (window[i] - means[coefficient]) * inverse[coefficient];
      float part = (deviations + LARGEST_DEVIATION) / (2 * LARGEST_DEVIATION);
      bytes[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, part)));
    }
    return bytes;
  }
}
