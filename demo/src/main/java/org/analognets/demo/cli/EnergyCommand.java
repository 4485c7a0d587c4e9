package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.analog.network.Network;
import org.analognets.demo.energy.AcceleratorFile;
import org.analognets.demo.energy.AcceleratorFile.WhatIf;
import org.analognets.demo.energy.ArrayPlot;
import org.analognets.demo.energy.EnergyJson;
import org.analognets.demo.energy.EnergyText;
import org.analognets.demo.energy.NetworkCost;
import org.analognets.demo.energy.Subject;
import org.analognets.demo.text.Interval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what networks cost the accelerator, beside the published figures. */
@Command(
    name = "energy",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Show what an inference costs the accelerator: cells, cycles, chip time and joules, beside"
          + " the published figures.",
      "Accelerator only: without microphone, MFCC, host. The energy model is fitted to the"
          + " published figures; networks and accelerator are reconstructed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets energy                               both AnalogNets at 8, 6 and 4 bit",
      "  analognets energy --model kws --layers          layer by layer",
      "  analognets energy --plot array.png              where the layers sit",
      "  analognets energy --accelerator my.conf         another array or ADC sharing",
      "  analognets energy --model kws.onnx --bits 8 --hop 1s --json"
    })
final class EnergyCommand implements Callable<Integer> {
  private static final List<Integer> PUBLISHED_BITS = List.of(8, 6, 4);

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      arity = "1..*",
      paramLabel = "kws|vww|FILE.onnx",
      description = "Networks: an AnalogNet by name, or a model file. Default: kws vww")
  private List<String> models = List.of("kws", "vww");

  @Option(
      names = "--bits",
      split = ",",
      paramLabel = "N",
      converter = Converters.ToWidth.class,
      description = "Widths of the converters, 2..12. Default: the accelerator file's, or 8,6,4")
  private List<Integer> bits = List.of();

  @Option(
      names = "--accelerator",
      paramLabel = "FILE.conf",
      description = {
        "Another accelerator, in HOCON: accelerator { rows, columns, adc-sharing, bits };"
            + " what is left out is as published."
      })
  private @Nullable Path accelerator;

  @Option(
      names = "--hop",
      paramLabel = "TIME",
      defaultValue = "100ms",
      converter = Converters.ToInterval.class,
      description = "Time between inferences, for the battery. Default: ${DEFAULT-VALUE}")
  private Interval hop;

  @Option(names = "--layers", description = "Layer by layer, too.")
  private boolean layers;

  @Option(
      names = "--plot",
      paramLabel = "FILE.png",
      description = "Draw the array with the layers on it.")
  private @Nullable Path plot;

  @Option(names = "--json", description = "One JSON array.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    WhatIf chosen =
        accelerator == null
            ? new WhatIf(AonCim.defaults(), PUBLISHED_BITS)
            : AcceleratorFile.read(accelerator);
    List<Subject> subjects = subjects();
    List<NetworkCost> costs = costs(subjects, chosen);
    if (plot != null) {
      ArrayPlot.write(plot, firstOfEach(subjects, costs), acceleratorOrigin());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      EnergyJson.print(out, costs, layers);
    } else {
      printText(new EnergyText(out, costs));
      out.flush();
    }
    return ExitCode.OK;
  }

  /** Widths don't move layers. */
  private static List<NetworkCost> firstOfEach(List<Subject> subjects, List<NetworkCost> costs) {
    int widths = costs.size() / subjects.size();
    return IntStream.range(0, subjects.size()).mapToObj(i -> costs.get(i * widths)).toList();
  }

  private void printText(EnergyText text) {
    text.printHeader(acceleratorOrigin());
    text.printTime();
    text.printEnergy();
    if (layers) {
      text.printLayers();
    }
    text.printBattery(hop);
  }

  private String acceleratorOrigin() {
    return accelerator == null ? "AON-CiM, reconstructed" : "what-if, " + accelerator;
  }

  private List<Subject> subjects() throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (String model : models) {
      subjects.add(
          switch (model) {
            case "kws" -> Subject.kws();
            case "vww" -> Subject.vww();
            default -> fromFile(Path.of(model));
          });
    }
    return subjects;
  }

  private static Subject fromFile(Path file) throws IOException {
    Network network = OnnxModelFile.read(file).network();
    return new Subject(
        file.getFileName().toString(),
        network,
        "network '"
            + network.name()
            + "' with "
            + network.labels().size()
            + " labels from "
            + file);
  }

  private List<NetworkCost> costs(List<Subject> subjects, WhatIf chosen) {
    List<NetworkCost> costs = new ArrayList<>();
    for (Subject subject : subjects) {
      for (int width : widths(chosen)) {
        AonCim chip = chosen.accelerator().withConverter(Converter.bits(width));
        costs.add(NetworkCost.of(subject, chip));
      }
    }
    return costs;
  }

  private List<Integer> widths(WhatIf chosen) {
    if (!bits.isEmpty()) {
      return bits;
    }
    return chosen.bits().isEmpty() ? PUBLISHED_BITS : chosen.bits();
  }
}
