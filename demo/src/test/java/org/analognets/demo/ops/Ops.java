package org.analognets.demo.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of {@code ops} are, and what the dashboard asks for. */
public final class Ops {
  /** The folder. */
  public static final Path FOLDER = Path.of("..", "ops").toAbsolutePath().normalize();

  private static final Path DASHBOARD = FOLDER.resolve("grafana").resolve("analognets.json");

  private Ops() {}

  /** The files with recording and alert rules. */
  public static List<Path> rules() throws IOException {
    return list(".rules.yml");
  }

  /** The files with tests of these. */
  public static List<Path> ruleTests() throws IOException {
    return list(".test.yml");
  }

  private static List<Path> list(String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("rules"))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The Grafana dashboard. */
  public static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(DASHBOARD.toFile());
  }

  /** Every query of the dashboard's panels, as it stands there. */
  public static List<String> dashboardQueries() throws IOException {
    return dashboard().findValues("expr").stream().map(JsonNode::asText).toList();
  }
}
