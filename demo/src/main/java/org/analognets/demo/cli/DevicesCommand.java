package org.analognets.demo.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.analognets.demo.text.Json;
import org.analognets.frontends.picture.Camera;
import org.analognets.frontends.picture.Cameras;
import org.analognets.frontends.picture.PictureException;
import org.analognets.frontends.sound.Microphone;
import org.analognets.frontends.sound.Microphones;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the microphones and the cameras. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "List the microphones and the cameras of this machine, the default ones first, each under the"
          + " name that --input takes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets devices                     input, name and formats of each",
      "  analognets devices --json              one JSON array",
      "  analognets listen --input mic:1        listen at the microphone with index 1",
      "  analognets watch --input webcam:0      watch with the first camera"
    })
final class DevicesCommand implements Callable<Integer> {
  private static final String MICROPHONE_INPUT = "mic:";
  private static final String CAMERA_INPUT = "webcam:";

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON array.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Microphone> microphones = Microphones.list();
    List<Camera> cameras = List.of();
    String noCamera = "no camera found";
    try {
      cameras = Cameras.list();
    } catch (PictureException e) {
      noCamera = "no camera: " + e.getMessage();
    }
    if (json) {
      printJson(microphones, cameras, out);
    } else {
      printText(microphones, cameras, noCamera, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  static void printText(
      List<Microphone> microphones, List<Camera> cameras, String noCamera, PrintWriter out) {
    if (microphones.isEmpty()) {
      out.println("no microphone found");
    }
    microphones.forEach(m -> print(MICROPHONE_INPUT + m.index(), m.name(), m.formats(), out));
    if (cameras.isEmpty()) {
      out.println(noCamera);
    }
    cameras.forEach(c -> print(CAMERA_INPUT + c.index(), c.name(), c.resolutions(), out));
  }

  private static void print(String input, String name, String formats, PrintWriter out) {
    out.printf("%-9s  %s  (%s)%n", input, name, formats);
  }

  static void printJson(List<Microphone> microphones, List<Camera> cameras, PrintWriter out)
      throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      for (Microphone microphone : microphones) {
        startDevice("microphone", MICROPHONE_INPUT, microphone.index(), microphone.name(), json);
        json.writeStringField("description", microphone.description());
        json.writeStringField("formats", microphone.formats());
        json.writeEndObject();
      }
      for (Camera camera : cameras) {
        startDevice("camera", CAMERA_INPUT, camera.index(), camera.name(), json);
        json.writeStringField("resolutions", camera.resolutions());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.println();
  }

  private static void startDevice(
      String kind, String input, int index, String name, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("input", input + index);
    json.writeNumberField("index", index);
    json.writeStringField("name", name);
  }
}
