package org.analognets.demo.bundled;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.frontends.sound.WavFile;

/** The models and the recording that lie beside this class. */
public final class Bundled {
  private static final String WIDE = ".onnx";
  private static final Map<Integer, String> NARROW = Map.of(6, "-6bit.onnx", 4, "-4bit.onnx");
  private static final String RECORDING = "keywords.wav";

  private Bundled() {}

  /**
   * The keyword network for converters of a width, trained on a part of Speech Commands.
   *
   * <p>One file for each width: a network that was trained with few bits relies on its quantizers.
   * Ideal converters get the 8-bit one.
   */
  public static Model keywordModel(Converter converter) throws IOException {
    return model("kws", converter);
  }

  /** The person network for converters of a width, chosen alike. */
  public static Model personModel(Converter converter) throws IOException {
    return model("vww", converter);
  }

  private static Model model(String network, Converter converter) throws IOException {
    String name = network + NARROW.getOrDefault(converter.bits(), WIDE);
    try (InputStream in = open(name)) {
      return OnnxModelFile.read(in, name);
    }
  }

  /** Each keyword once, spoken by people of the testing split. */
  public static Recording keywordRecording() throws IOException {
    try (InputStream in = open(RECORDING)) {
      return new Recording("the bundled recording", WavFile.read(in, RECORDING));
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Bundled.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("this build lacks its bundled file " + name + "; build it again");
    }
    return in;
  }
}
