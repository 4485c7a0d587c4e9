package org.analognets.demo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever goes wrong into one line on standard error and an exit code: 2 for a wrong command
 * line, 1 for everything else. With {@code --verbose} the stack trace follows.
 */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    say(
        command,
        name
            + ": "
            + oneLine(wrong.getMessage())
            + suggestion(wrong)
            + " (see '"
            + name
            + " --help')");
    return ExitCode.USAGE;
  }

  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    List<String> suggestions = unmatched.getSuggestions();
    return suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    say(command, command.getCommandSpec().qualifiedName() + ": " + describe(failure));
    if (((AnalogNetsCommand) command.getCommandSpec().root().userObject()).verbose()) {
      failure.printStackTrace(command.getErr());
      command.getErr().flush();
    }
    return ExitCode.SOFTWARE;
  }

  private static void say(CommandLine command, String line) {
    command.getErr().println(line);
    command.getErr().flush();
  }

  /** A message that stands alone; file system exceptions say only the path, or path and reason. */
  static String describe(Throwable failure) {
    if (failure instanceof UncheckedIOException wrapper) {
      return describe(Objects.requireNonNull(wrapper.getCause()));
    }
    String message = oneLine(failure.getMessage());
    if (failure instanceof NoSuchFileException) {
      return message + ": no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return message + ": permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return message + ": exists already";
    }
    boolean meantForUsers =
        failure instanceof IOException || failure instanceof IllegalArgumentException;
    if ((meantForUsers && !message.isEmpty()) || failure instanceof FileSystemException) {
      return message;
    }
    String what = failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    return what + "; run again with --verbose to see where it comes from";
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
