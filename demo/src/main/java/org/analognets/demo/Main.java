package org.analognets.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.analognets.demo.cli.AnalogNetsCommand;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Before the first logger is made, which reads the configuration.
    if (Arrays.asList(args).contains("--log-json")) {
      System.setProperty("logback.configurationFile", "logback-json.xml");
    } else if (Arrays.asList(args).contains("--verbose")) {
      System.setProperty("logback.configurationFile", "logback-verbose.xml");
    }
    CommandLine commandLine = AnalogNetsCommand.commandLine();
    commandLine.setOut(writer(FileDescriptor.out, "stdout.encoding"));
    commandLine.setErr(writer(FileDescriptor.err, "stderr.encoding"));
    System.exit(commandLine.execute(args));
  }

  /** Unlike one on System.out, this writer tells when its reader has gone. */
  private static PrintWriter writer(FileDescriptor descriptor, String encodingProperty) {
    String encoding =
        System.getProperty(encodingProperty, System.getProperty("native.encoding", "UTF-8"));
    return new PrintWriter(new FileOutputStream(descriptor), false, Charset.forName(encoding));
  }
}
