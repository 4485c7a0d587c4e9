package org.analognets.demo.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.analognets.demo.text.Json;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.WavFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the MFCC matrix of a recording, as the network would see it. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Print the MFCC matrix that the network sees: one row of 10 coefficients for every 20 ms.",
      "A clip of one second has 49 rows; a shorter one is padded with silence to one second."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets features yes.wav            a table",
      "  analognets features yes.wav --json     {\"shape\":[49,10],\"mfcc\":[[..],..]}",
      "  analognets features yes.wav --csv      a header line and comma-separated rows"
    })
final class FeaturesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.wav", description = "The recording, of any rate and format.")
  private Path file;

  @ArgGroup private Format format = new Format();

  /** At most one of them. */
  static final class Format {
    @Option(names = "--json", description = "One JSON object.")
    boolean json;

    @Option(names = "--csv", description = "Comma-separated values.")
    boolean csv;
  }

  @Override
  public Integer call() throws IOException {
    float[] mfcc = new Mfcc().matrix(atLeastOneSecond(WavFile.read(file)));
    PrintWriter out = spec.commandLine().getOut();
    if (format.json) {
      printJson(mfcc, out);
    } else if (format.csv) {
      printRows(mfcc, out, "c%d", "%s", ",");
    } else {
      printRows(mfcc, out, "%9s", "%9.4f", " ");
    }
    out.flush();
    return ExitCode.OK;
  }

  private static float[] atLeastOneSecond(float[] samples) {
    return samples.length < Mfcc.CLIP_SAMPLES ? Arrays.copyOf(samples, Mfcc.CLIP_SAMPLES) : samples;
  }

  private static void printJson(float[] mfcc, PrintWriter out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("shape");
      json.writeNumber(mfcc.length / Mfcc.COEFFICIENTS);
      json.writeNumber(Mfcc.COEFFICIENTS);
      json.writeEndArray();
      json.writeArrayFieldStart("mfcc");
      for (int i = 0; i < mfcc.length; i += Mfcc.COEFFICIENTS) {
        json.writeStartArray();
        for (int c = 0; c < Mfcc.COEFFICIENTS; c++) {
          json.writeNumber(mfcc[i + c]);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println();
  }

  private static void printRows(
      float[] mfcc, PrintWriter out, String headForm, String cellForm, String separator) {
    out.println(
        IntStream.range(0, Mfcc.COEFFICIENTS)
            .mapToObj(c -> String.format(Locale.ROOT, headForm, c))
            .collect(Collectors.joining(separator)));
    for (int i = 0; i < mfcc.length; i += Mfcc.COEFFICIENTS) {
      int row = i;
      out.println(
          IntStream.range(0, Mfcc.COEFFICIENTS)
              .mapToObj(c -> String.format(Locale.ROOT, cellForm, mfcc[row + c]))
              .collect(Collectors.joining(separator)));
    }
  }
}
