package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.analognets.demo.http.HttpPorts;
import org.analognets.demo.sensor.Report;
import org.analognets.demo.sensor.SensorSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the meters of a session are served. */
final class MetersOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--http-port",
      paramLabel = "N|off",
      converter = Converters.ToPorts.class,
      description =
          "Serve /metrics on 127.0.0.1 at this port; 0 takes any free one. Default: "
              + HttpPorts.STANDARD_PORT
              + ", or any free one where that is taken.")
  private HttpPorts httpPorts = HttpPorts.standard();

  /**
   * A session that serves its meters there, and says on standard error what is no result.
   *
   * @throws IOException one line, when no port can be had
   */
  SensorSession open(Report report) throws IOException {
    return SensorSession.open(report, this::say, httpPorts);
  }

  /** Says where the meters are, if they are served. */
  void tell(SensorSession session) {
    session.metricsAddress().ifPresent(address -> say("meters at " + address + "metrics"));
  }

  private void say(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println(command.qualifiedName() + ": " + line);
    err.flush();
  }
}
