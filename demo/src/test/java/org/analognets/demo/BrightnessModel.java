package org.analognets.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.analognets.analog.model.ConverterRanges;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.analog.network.Affine;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.AveragePool;
import org.analognets.analog.network.Dense;
import org.analognets.analog.network.InputScaling;
import org.analognets.analog.network.Network;
import org.analognets.analog.network.WeightMatrix;

/**
 * A network without training that takes a bright picture for a person, and such pictures: known
 * answers at every width of converters and every age.
 */
public final class BrightnessModel {
  /** What no person is seen in. */
  public static final int DARK = 20;

  /** What a person is seen in. */
  public static final int BRIGHT = 235;

  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  private BrightnessModel() {}

  /** The mean of each colour, then minus and plus their sum: logits of +-4 (1.2 brightness - 0.6). */
  public static Model model() {
    Network network =
        new Network(
            "vww",
            AnalogNets.VWW_INPUT,
            List.of("no_person", "person"),
            List.of(
                InputScaling.none("scaling", 300),
                new AveragePool("pool"),
                new Dense(
                    "dense",
                    new WeightMatrix(3, 2, new float[] {-1, 1, -1, 1, -1, 1}),
                    new Affine(new float[] {2, 2}, new float[] {3, -3}))));
    return new Model(network, new ConverterRanges(3, List.of(1f), List.of(1f)), 8, Map.of());
  }

  /** Writes the model into a folder. */
  public static Path write(Path folder) throws IOException {
    Path file = folder.resolve("brightness.onnx");
    OnnxModelFile.write(file, model());
    return file;
  }

  /** A picture of one grey as a PNG file. */
  public static byte[] picture(int level) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(level, level, level));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** Writes a folder of pictures, one for each grey, in order. */
  public static Path pictures(Path folder, int... levels) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < levels.length; i++) {
      Files.write(folder.resolve("%03d.png".formatted(i)), picture(levels[i]));
    }
    return folder;
  }

  /** Writes a folder in which nobody is, then somebody, then nobody: ten pictures each. */
  public static Path comingAndLeaving(Path folder) throws IOException {
    int[] levels = new int[30];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = i / 10 == 1 ? BRIGHT : DARK;
    }
    return pictures(folder, levels);
  }
}
