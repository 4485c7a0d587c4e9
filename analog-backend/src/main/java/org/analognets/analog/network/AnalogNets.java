package org.analognets.analog.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The two architectures of AnalogNets (arXiv 2111.06503), untrained.
 *
 * <p>Standing: <b>reconstructed</b> from MicroNets (arXiv 2010.11267), whose layer lists are
 * published, and checked against the published array use and rates. There are no depthwise layers:
 * on a crossbar they are block diagonals whose idle devices only add noise.
 */
public final class AnalogNets {
  /** Frames by MFCC coefficients, one channel. */
  public static final Shape KWS_INPUT = new Shape(49, 10, 1);

  /** Height and width in pixels, red, green and blue. */
  public static final Shape VWW_INPUT = new Shape(100, 100, 3);

  /** The labels of the published keyword network. */
  public static final List<String> KWS_LABELS =
      List.of(
          "silence", "unknown", "yes", "no", "up", "down", "left", "right", "on", "off", "stop",
          "go");

  private AnalogNets() {}

  /** AnalogNet-KWS: 300,720 weights and 38.69 million multiply-accumulates with 12 labels. */
  public static Network kws(List<String> labels) {
    return new Network(
        "kws",
        KWS_INPUT,
        labels,
        List.of(
            InputScaling.none("scaling", KWS_INPUT.width()),
            Convolution.untrained("conv0", new Kernel(10, 4, 1), 1, 84, true),
            Convolution.untrained("conv1", new Kernel(3, 3, 2), 84, 112, true),
            Convolution.untrained("conv2", new Kernel(3, 3, 1), 112, 84, true),
            Convolution.untrained("conv3", new Kernel(3, 3, 1), 84, 84, true),
            Convolution.untrained("conv4", new Kernel(3, 3, 1), 84, 84, true),
            new AveragePool("pool"),
            Dense.untrained("dense", 84, labels.size())));
  }

  /** AnalogNet-VWW: 353,764 weights and 35.59 million multiply-accumulates. */
  public static Network vww() {
    Vww builder = new Vww();
    builder.layers.add(InputScaling.none("scaling", VWW_INPUT.width() * VWW_INPUT.channels()));
    builder.convolution("stem", 3, 2, 12, true);
    builder.block(28, 24, 2, false);
    builder.block(28, 20, 1, true);
    builder.block(128, 28, 2, false);
    builder.block(152, 16, 1, true);
    builder.block(152, 28, 1, true);
    builder.block(152, 24, 2, false);
    builder.block(112, 24, 1, true);
    builder.block(112, 12, 1, true);
    builder.block(76, 32, 1, true);
    builder.block(76, 16, 1, false);
    builder.block(56, 28, 1, true);
    builder.block(56, 28, 1, true);
    builder.block(56, 16, 2, false);
    builder.block(96, 16, 1, true);
    builder.block(96, 16, 1, true);
    builder.block(96, 32, 1, false);
    builder.convolution("head", 1, 1, 128, true);
    builder.layers.add(new AveragePool("pool"));
    builder.layers.add(Dense.untrained("dense", builder.channels, 2));
    return new Network("vww", VWW_INPUT, List.of("no_person", "person"), builder.layers);
  }

  /** Grows the chain of fused blocks: 3x3 to e with ReLU, then 1x1 to c, linear. */
  private static final class Vww {
    private final List<Layer> layers = new ArrayList<>();
    private int channels = VWW_INPUT.channels();
    private int blocks;

    void convolution(String name, int side, int stride, int outputs, boolean relu) {
      Kernel kernel = new Kernel(side, side, stride);
      layers.add(Convolution.untrained(name, kernel, channels, outputs, relu));
      channels = outputs;
    }

    /** A residual add pads the narrower of its two inputs with zero channels. */
    void block(int expanded, int outputs, int stride, boolean residual) {
      String from = layers.get(layers.size() - 1).name();
      int fromChannels = channels;
      String name = "block" + ++blocks;
      convolution(name + ".expand", 3, stride, expanded, true);
      convolution(name + ".project", 1, 1, outputs, false);
      if (residual) {
        layers.add(new ResidualAdd(name + ".add", from, fromChannels));
        channels = Math.max(channels, fromChannels);
      }
    }
  }
}
