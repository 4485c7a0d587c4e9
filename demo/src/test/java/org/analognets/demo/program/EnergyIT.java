package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.analognets.demo.program.Program.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyIT {
  @TempDir private Path folder;

  @Test
  void jsonIsAllThatStandsOnStandardOutput() throws IOException {
    Path plot = folder.resolve("array.png");
    Finished run = Program.run("energy", "--json", "--plot", plot.toString());
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasSize(1);
    JsonNode kws = new ObjectMapper().readTree(run.out().get(0)).get(0);
    assertThat(kws.get("cycles").asInt()).isEqualTo(991);
    assertThat(kws.get("topsPerWatt").asDouble()).isCloseTo(8.58, withinPercentage(5));
    assertThat(plot).isNotEmptyFile();
  }
}
