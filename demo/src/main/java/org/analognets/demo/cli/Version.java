package org.analognets.demo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside the classes. */
final class Version implements IVersionProvider {
  private static final String RESOURCE = "/org/analognets/demo/version.properties";

  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE))) {
      properties.load(in);
    }
    return new String[] {
      "AnalogNets Live " + properties.getProperty("version"),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
