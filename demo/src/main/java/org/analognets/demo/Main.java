package org.analognets.demo;

import java.util.Arrays;
import org.analognets.demo.cli.AnalogNetsCommand;

/** Where the program starts. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Before the first logger is made, which reads the configuration.
    if (Arrays.asList(args).contains("--verbose")) {
      System.setProperty("logback.configurationFile", "logback-verbose.xml");
    }
    System.exit(AnalogNetsCommand.commandLine().execute(args));
  }
}
