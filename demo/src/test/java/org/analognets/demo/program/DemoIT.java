package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.analognets.demo.program.Program.Finished;
import org.junit.jupiter.api.Test;

/** Start and end of {@code demo}. */
class DemoIT {
  private static final String[] HEARING = {"--no-pictures", "--sound", "bundled"};

  @Test
  void ctrlCEndsItWithASummaryAndExitCodeZero() throws Exception {
    try (DemoProgram demo = DemoProgram.start(Map.of(), HEARING)) {
      demo.await(sensor -> sensor.get("inferences").asInt() > 0);
      Finished ended = demo.interrupt();
      assertThat(ended.exitCode()).as("%s", ended.err()).isZero();
      assertThat(ended.out().get(ended.out().size() - 1))
          .matches("\\d+ wake events? in [\\d.]+ s of sound: \\d+ inferences, .*");
      assertThat(ended.err()).isEmpty();
    }
  }

  @Test
  void twoRunSideBySideAtTheirOwnPorts() throws Exception {
    try (DemoProgram one = DemoProgram.start(Map.of(), HEARING);
        DemoProgram two = DemoProgram.start(Map.of(), HEARING)) {
      assertThat(two.address()).isNotEqualTo(one.address());
      one.await(sensor -> sensor.get("state").asText().equals("running"));
      two.await(sensor -> sensor.get("state").asText().equals("running"));
    }
  }

  @Test
  void aPortInUseIsOneLineThatNamesItAndExitCodeOne() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();
      Finished run = Program.run("demo", "--no-pictures", "--port", port);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).singleElement().asString().contains(port, "--port");
    }
  }

  @Test
  void otherMachinesAreNotLetInWithoutAToken() throws Exception {
    Finished run = Program.run("demo", "--host", "0.0.0.0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("--token");
  }
}
