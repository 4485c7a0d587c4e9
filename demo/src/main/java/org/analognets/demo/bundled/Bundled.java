package org.analognets.demo.bundled;

import java.io.IOException;
import java.io.InputStream;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.frontends.sound.WavFile;

/** The keyword model and the recording that lie beside this class. */
public final class Bundled {
  private static final String MODEL = "kws.onnx";
  private static final String RECORDING = "keywords.wav";

  private Bundled() {}

  /** The keyword network, trained on a part of Speech Commands. */
  public static Model keywordModel() throws IOException {
    try (InputStream in = open(MODEL)) {
      return OnnxModelFile.read(in, MODEL);
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
