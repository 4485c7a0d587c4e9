package org.analognets.demo.page;

import java.util.Optional;

/**
 * Where the page is served, and to whom.
 *
 * @param host a name or address of this machine
 * @param port 0 for any free one
 * @param token what everybody has to show, needed where other machines can come
 */
public record PageSettings(String host, int port, Optional<String> token) {

  /** The port that the page has unless a user says otherwise. */
  public static final int STANDARD_PORT = 8080;

  /** Checks the port. */
  public PageSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0..65535, was " + port);
    }
  }
}
