package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.analognets.demo.Main;
import org.analognets.demo.program.Program.Finished;
import org.analognets.demo.testing.Tool;
import org.analognets.demo.testing.Tool.Outcome;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that package makes, unpacked on a machine with a Java runtime and no compiler. */
class ArchiveIT {
  /** What the program needs of Java 17, as the archive's README tells; newer ones have one of them inside. */
  private static final String MODULES = "java.se,jdk.incubator.vector,jdk.random,jdk.unsupported";

  private static final int EXECUTABLE = 0111;

  @TempDir private static Path folder;
  private static Path home;
  private static Path bin;

  @BeforeAll
  static void unpack() throws IOException {
    String name = "analognets-" + version();
    Path here = Files.createDirectory(folder.resolve("a place of its own"));
    try (ZipFile zip = ZipFile.builder().setPath(Path.of("target", name + ".zip")).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        unpack(zip, entry, here.resolve(entry.getName()));
      }
    }
    home = here.resolve(name);
    bin = runtimeWithoutCompiler();
  }

  private static String version() throws IOException {
    Properties build = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Main.class.getResourceAsStream("version.properties"))) {
      build.load(in);
    }
    return build.getProperty("version");
  }

  private static void unpack(ZipFile zip, ZipArchiveEntry entry, Path target) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, target);
    }
    if ((entry.getUnixMode() & EXECUTABLE) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** A folder with all that the launcher may use. */
  private static Path runtimeWithoutCompiler() throws IOException {
    Path runtime = folder.resolve("runtime");
    int failed =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--add-modules",
                modulesThere(),
                "--output",
                runtime.toString());
    assertThat(failed).as("exit code of jlink").isZero();
    assertThat(runtime.resolve("bin/javac")).doesNotExist();
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("bash", "env", "dirname", "readlink", "cat")) {
      Files.createSymbolicLink(tools.resolve(tool), Tool.find(tool).orElseThrow());
    }
    Files.createSymbolicLink(tools.resolve("java"), runtime.resolve("bin/java"));
    return tools;
  }

  private static String modulesThere() {
    return Stream.of(MODULES.split(",", -1))
        .filter(module -> ModuleFinder.ofSystem().find(module).isPresent())
        .collect(Collectors.joining(","));
  }

  @Test
  void readmeTellsTheModulesThatARuntimeNeeds() throws IOException {
    assertThat(home.resolve("README.md")).content().contains(MODULES);
  }

  @Test
  void runtimeWithoutCompilerIsEnough() throws IOException {
    Finished version = run(Map.of(), "--version");
    assertThat(version.err()).isEmpty();
    assertThat(version.out().get(0)).isEqualTo("AnalogNets Live " + version());

    Finished listened = run(Map.of(), "listen", "--input", "bundled", "--fast", "--http-port", "0");
    assertThat(listened.exitCode()).as("%s", listened.err()).isZero();
    assertThat(listened.out().get(listened.out().size() - 1)).startsWith("8 wake events");
    assertThat(listened.err()).singleElement().asString().contains("meters at ");
  }

  @Test
  void launcherIsExecutableAndStartsThroughASymlink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("analognets"), launcher());
    Outcome help = Tool.run(folder, link.toString(), "--help");
    assertThat(help.exitCode()).as(help.said()).isZero();
    assertThat(help.said()).contains("listen");
  }

  @Test
  void missingJavaIsOneLineThatAsksForARuntime() throws IOException {
    Finished none = run(Map.of("JAVA_HOME", folder.toString()), "--version");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).singleElement().asString().contains("JAVA_HOME", "a runtime is enough");
  }

  @Test
  void carriesLicencesAndWhatOperatorsNeedButNothingOfTheTests() throws IOException {
    assertThat(
            List.of(
                "LICENSE",
                "NOTICE",
                "licenses/GPL-3.0.txt",
                "ops/prometheus.yml",
                "ops/rules/health.rules.yml",
                "ops/grafana/analognets.json",
                "ops/systemd/analognets.service"))
        .allSatisfy(file -> assertThat(home.resolve(file)).isNotEmptyFile());
    assertThat(home.resolve("README.md")).content().contains("AnalogNets Live " + version());
    assertThat(home.resolve("THIRD-PARTY.txt")).content().contains("TarsosDSP", "GPL-3.0");
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .noneMatch(file -> file.matches("(junit|assertj|nd4j|archunit).*|.*\\.test\\.yml"));
    }
  }

  @Test
  void everyLibraryIsInTheListOfLicences() throws IOException {
    String list = Files.readString(home.resolve("THIRD-PARTY.txt"));
    String ours = version();
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      assertThat(jars)
          .extracting(jar -> jar.getFileName().toString())
          .filteredOn(jar -> !jar.equals("analognets.jar") && !jar.contains(ours))
          .isNotEmpty()
          .allSatisfy(jar -> assertThat(list).contains(coordinates(jar)));
    }
  }

  /** The end of what the list shows of a jar: {@code :name:version - }. */
  private static String coordinates(String jar) {
    return jar.replaceFirst("^(.+?)-(\\d[^-]*(?:-[\\d.]+)?)\\.jar$", ":$1:$2 - ");
  }

  @Test
  void systemdAcceptsTheUnit() throws Exception {
    Tool.assumeInstalled("systemd-analyze", "systemd");
    Path link = Files.createSymbolicLink(folder.resolve("unpacked"), home);
    String unit = Files.readString(home.resolve("ops/systemd/analognets.service"));
    assertThat(unit).contains("/opt/analognets/bin/analognets");
    Path here = Files.createDirectory(folder.resolve("units")).resolve("analognets.service");
    Files.writeString(here, unit.replace("/opt/analognets/bin", link + "/bin"));
    Outcome verified = Tool.run(folder, "systemd-analyze", "verify", here.toString());
    assertThat(verified.said()).isEmpty();
    assertThat(verified.exitCode()).isZero();
  }

  private static Path launcher() {
    return home.resolve("bin/analognets");
  }

  private static Finished run(Map<String, String> environment, String... arguments)
      throws IOException {
    Map<String, String> all = new HashMap<>(Map.of("PATH", bin.toString(), "JAVA_HOME", ""));
    all.putAll(environment);
    try (Program program = Program.start(launcher(), all, arguments)) {
      return program.finish();
    }
  }
}
