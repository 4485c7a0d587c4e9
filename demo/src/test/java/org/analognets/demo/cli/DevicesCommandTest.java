package org.analognets.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.analognets.frontends.picture.Camera;
import org.analognets.frontends.sound.Microphone;
import org.junit.jupiter.api.Test;

class DevicesCommandTest {
  private static final List<Microphone> MICROPHONES =
      List.of(new Microphone(0, "default", "sound server", "any rate, 1-2 channels, 16 bit"));
  private static final List<Camera> CAMERAS =
      List.of(new Camera(0, "HD Camera /dev/video0", "176x144, 320x240"));

  private final StringWriter out = new StringWriter();

  @Test
  void eachDeviceStandsUnderTheNameThatInputTakes() {
    DevicesCommand.printText(MICROPHONES, CAMERAS, "no camera found", new PrintWriter(out));
    assertThat(out.toString().lines())
        .containsExactly(
            "mic:0      default  (any rate, 1-2 channels, 16 bit)",
            "webcam:0   HD Camera /dev/video0  (176x144, 320x240)");
  }

  @Test
  void whatThereIsNoneOfIsSaid() {
    DevicesCommand.printText(List.of(), List.of(), "no camera found", new PrintWriter(out));
    assertThat(out.toString().lines()).containsExactly("no microphone found", "no camera found");
  }

  @Test
  void jsonIsOneArrayOfAllDevices() throws IOException {
    DevicesCommand.printJson(MICROPHONES, CAMERAS, new PrintWriter(out));
    JsonNode devices = new ObjectMapper().readTree(out.toString());
    assertThat(devices).hasSize(2);
    assertThat(devices.get(0))
        .hasToString(
            "{\"kind\":\"microphone\",\"input\":\"mic:0\",\"index\":0,\"name\":\"default\","
                + "\"description\":\"sound server\","
                + "\"formats\":\"any rate, 1-2 channels, 16 bit\"}");
    assertThat(devices.get(1))
        .hasToString(
            "{\"kind\":\"camera\",\"input\":\"webcam:0\",\"index\":0,"
                + "\"name\":\"HD Camera /dev/video0\",\"resolutions\":\"176x144, 320x240\"}");
  }

  @Test
  void listingThemNeverFails() {
    CommandLineRunner devices = CommandLineRunner.run("devices");
    assertThat(devices.exitCode()).isZero();
    assertThat(devices.err()).isEmpty();
    assertThat(devices.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("(mic|webcam):\\d+ .*|no (microphone|camera).*"));
  }
}
