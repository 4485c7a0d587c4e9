package org.analognets.demo.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command line in this process and keeps what it printed. */
record CommandLineRunner(int exitCode, String out, String err) {

  static CommandLineRunner run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = AnalogNetsCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int exitCode = commandLine.execute(args);
    return new CommandLineRunner(exitCode, out.toString(), err.toString());
  }
}
