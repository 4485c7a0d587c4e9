package org.analognets.demo.bundled;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureFile;
import org.analognets.frontends.sound.WavFile;

/** The models, the recording and the pictures that lie beside this class. */
public final class Bundled {
  private static final String WIDE = ".onnx";
  private static final Map<Integer, String> NARROW = Map.of(6, "-6bit.onnx", 4, "-4bit.onnx");
  private static final String RECORDING = "keywords.wav";

  /** Nobody; then three people, one after the other; nobody again. */
  private static final List<String> FILM =
      List.of(
          "1-coffee",
          "2-rocket",
          "3-cat",
          "4-photographer",
          "5-astronaut",
          "6-officer",
          "7-raccoon",
          "8-bricks");

  /** Long enough to be confirmed as seen. */
  private static final int FRAMES_EACH = 6;

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

  /** A short film in which nobody is seen, then people are, then nobody is again. */
  public static Slides pictures() throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (String picture : FILM) {
      String name = "pictures/" + picture + ".jpg";
      try (InputStream in = open(name)) {
        pictures.add(PictureFile.decode(in.readAllBytes(), name));
      }
    }
    return new Slides("the bundled pictures", pictures, FRAMES_EACH);
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Bundled.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("this build lacks its bundled file " + name + "; build it again");
    }
    return in;
  }
}
