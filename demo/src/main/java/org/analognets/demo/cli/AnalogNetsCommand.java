package org.analognets.demo.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line: names the commands, holds what they share. */
@Command(
    name = "analognets",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Always-on keyword and person sensing on simulated analog in-memory compute.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ListenCommand.class,
      WatchCommand.class,
      EvaluateCommand.class,
      ProgramCommand.class,
      EnergyCommand.class,
      FeaturesCommand.class,
      EvaluateStreamCommand.class,
      ComposeCommand.class,
      TrainCommand.class,
      DevicesCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success, also after Ctrl-C of a running listener",
      "1:it failed: one line on standard error says why",
      "2:the command line is wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets listen                      hear keywords at the microphone",
      "  analognets listen --input words.wav    hear them in a recording",
      "  analognets watch                       see persons at the camera",
      "  analognets COMMAND --help              what a command can do"
    })
public final class AnalogNetsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log more to standard error, and stack traces with errors.")
  private boolean verbose;

  @Option(
      names = "--log-json",
      scope = ScopeType.INHERIT,
      description =
          "Log JSON lines to standard error, and what sensors and chips do; errors that end a command"
              + " stay one plain line.")
  @SuppressWarnings("UnusedVariable") // Main looks for it before the first logger is made
  private boolean logJson;

  /** A command line ready to execute. */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new AnalogNetsCommand());
    Errors errors = new Errors();
    commandLine.setParameterExceptionHandler(errors);
    commandLine.setExecutionExceptionHandler(errors);
    commandLine.setUsageHelpAutoWidth(true);
    return commandLine;
  }

  boolean verbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
