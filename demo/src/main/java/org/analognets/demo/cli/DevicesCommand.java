package org.analognets.demo.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.analognets.demo.text.Json;
import org.analognets.frontends.sound.Microphone;
import org.analognets.frontends.sound.Microphones;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the microphones. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "List the microphones, the default one first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets devices                     index, name and formats of each",
      "  analognets devices --json              one JSON array",
      "  analognets listen --input mic:1        listen at the one with index 1"
    })
final class DevicesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON array.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Microphone> microphones = Microphones.list();
    if (json) {
      printJson(microphones, out);
    } else if (microphones.isEmpty()) {
      out.println("no microphone found");
    } else {
      microphones.forEach(m -> out.printf("%2d  %s  (%s)%n", m.index(), m.name(), m.formats()));
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void printJson(List<Microphone> microphones, PrintWriter out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      for (Microphone microphone : microphones) {
        json.writeStartObject();
        json.writeNumberField("index", microphone.index());
        json.writeStringField("name", microphone.name());
        json.writeStringField("description", microphone.description());
        json.writeStringField("formats", microphone.formats());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.println();
  }
}
