package org.analognets.demo.cli;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.analognets.demo.http.Access;
import org.analognets.demo.page.PageSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the page is served, and to whom. */
final class PageOptions {
  static final Set<String> NAMES = Set.of("--host", "--port", "--token");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description =
          "Address to serve the page at. Any but this machine's loopback needs --token. Default:"
              + " ${DEFAULT-VALUE}")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + PageSettings.STANDARD_PORT,
      description =
          "Port to serve the page, /health and /metrics at; 0 takes any free one. Default:"
              + " ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--token",
      paramLabel = "SECRET",
      defaultValue = "${env:ANALOGNETS_TOKEN}",
      description =
          "What every request has to show, at least 8 letters or digits: once in the page's address"
              + " (?token=SECRET), or as Authorization: Bearer SECRET. Also taken from the"
              + " environment variable ANALOGNETS_TOKEN.")
  private @Nullable String token;

  /**
   * The settings, checked before any work.
   *
   * @throws UnknownHostException when the host has no address
   */
  PageSettings settings() throws UnknownHostException {
    try {
      PageSettings settings = new PageSettings(host, port, Optional.ofNullable(token));
      Access.at(host, port, settings.token());
      return settings;
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    } catch (UnknownHostException unknown) {
      UnknownHostException clear = new UnknownHostException("--host " + host + ": no such host");
      clear.initCause(unknown);
      throw clear;
    }
  }
}
