package org.analognets.demo.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.analognets.demo.testing.Tool;
import org.analognets.demo.testing.Tool.Outcome;
import org.analognets.metrics.Meters;
import org.junit.jupiter.api.Test;

class OpsFilesTest {
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z_]+:)?\\banalognets_[a-z0-9_]+(?::[a-z0-9_]+)?");
  private static final Pattern RECORDED = Pattern.compile("record: (\\S+)");

  @Test
  void rulesUseOnlySeriesThatExist() throws IOException {
    for (Path file : Ops.rules()) {
      List<String> used = find(NAME, Files.readString(file));
      assertThat(used).as("%s", file).isNotEmpty();
      assertThat(known()).as("%s", file).containsAll(used);
    }
  }

  @Test
  void dashboardUsesOnlySeriesThatExist() throws IOException {
    List<String> used = find(NAME, Ops.dashboard().toString());
    assertThat(used).isNotEmpty();
    assertThat(known()).containsAll(used);
  }

  /** Every series that a scrape shows, and every one that the rules make of them. */
  private static Set<String> known() throws IOException {
    Meters meters = new Meters();
    meters.energy("kws");
    meters.chip("kws").programmed("8", "pcm", "gdc");
    meters.pipeline("kws", List.of("yes"));
    meters.pictures("vww", List.of("person"));
    meters.source("kws");
    Set<String> names =
        meters
            .scrape()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst("[{ ].*", ""))
            .collect(Collectors.toCollection(HashSet::new));
    for (Path file : Ops.rules()) {
      find(RECORDED, Files.readString(file)).stream()
          .map(record -> record.substring("record: ".length()))
          .forEach(names::add);
    }
    return names;
  }

  private static List<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  @Test
  void dashboardPanelsAreApartAndAskTheChosenPrometheus() throws IOException {
    List<JsonNode> panels = elements(Ops.dashboard().get("panels")).toList();
    assertThat(panels).extracting(panel -> panel.get("id").asInt()).doesNotHaveDuplicates();
    List<String> cells = new ArrayList<>();
    for (JsonNode panel : panels) {
      cells.addAll(cells(panel.get("gridPos")));
    }
    assertThat(cells).doesNotHaveDuplicates();
    assertThat(panels)
        .filteredOn(panel -> !panel.get("type").asText().equals("row"))
        .isNotEmpty()
        .allSatisfy(
            panel ->
                assertThat(elements(panel.get("targets")))
                    .isNotEmpty()
                    .extracting(target -> target.at("/datasource/uid").asText())
                    .containsOnly("${datasource}"));
  }

  private static List<String> cells(JsonNode grid) {
    List<String> cells = new ArrayList<>();
    for (int x = 0; x < grid.get("w").asInt(); x++) {
      for (int y = 0; y < grid.get("h").asInt(); y++) {
        assertThat(grid.get("x").asInt() + x).as("column of Grafana's 24").isLessThan(24);
        cells.add((grid.get("x").asInt() + x) + "," + (grid.get("y").asInt() + y));
      }
    }
    return cells;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Test
  void promtoolAcceptsConfigurationAndRules() throws Exception {
    Tool.assumeInstalled("promtool", "prometheus");
    Outcome config = Tool.run(Ops.FOLDER, "promtool", "check", "config", "prometheus.yml");
    assertThat(config.exitCode()).as(config.said()).isZero();
    assertThat(config.said()).contains("%d rule files found".formatted(Ops.rules().size()));
  }

  @Test
  void rulesPassTheirOwnTests() throws Exception {
    Tool.assumeInstalled("promtool", "prometheus");
    assertThat(Ops.ruleTests()).hasSameSizeAs(Ops.rules());
    for (Path test : Ops.ruleTests()) {
      Outcome run =
          Tool.run(Ops.FOLDER.resolve("rules"), "promtool", "test", "rules", test.toString());
      assertThat(run.exitCode()).as(run.said()).isZero();
    }
  }
}
