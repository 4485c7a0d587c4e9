package org.analognets.demo.http;

import java.util.List;

/**
 * Where meters may be served: the first of these ports that can be had. Port 0 is any free one; none
 * means not at all.
 */
public record HttpPorts(List<Integer> candidates) {
  /** The port that Prometheus is told of as a rule. */
  public static final int STANDARD_PORT = 9464;

  private static final int HIGHEST = 65_535;

  /** Checks the ports. */
  public HttpPorts {
    candidates = List.copyOf(candidates);
    if (candidates.stream().anyMatch(port -> port < 0 || port > HIGHEST)) {
      throw new IllegalArgumentException("a port is 0.." + HIGHEST + ", were " + candidates);
    }
  }

  /** The usual port, or any free one where another program has it. */
  public static HttpPorts standard() {
    return new HttpPorts(List.of(STANDARD_PORT, 0));
  }

  /** This port and no other. */
  public static HttpPorts only(int port) {
    return new HttpPorts(List.of(port));
  }

  /** Meters are not served. */
  public static HttpPorts off() {
    return new HttpPorts(List.of());
  }

  /** Reads what users write: a port, or "off". */
  public static HttpPorts parse(String text) {
    if (text.equals("off")) {
      return off();
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST) {
      throw new IllegalArgumentException("'" + text + "' is neither a port (0..65535) nor off");
    }
    return only(Integer.parseInt(text));
  }
}
