package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.analognets.demo.program.Program.Finished;
import org.analognets.demo.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  @TempDir private Path folder;

  @Test
  void startsFromAnyFolderThroughASymlink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Program.LAUNCHER);
    Path linkToLink = Files.createSymbolicLink(folder.resolve("again"), link.getFileName());
    Finished version = finish(linkToLink, Map.of(), "--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out().get(0)).startsWith("AnalogNets Live ");
    assertThat(version.err()).isEmpty();
  }

  @Test
  void exitCodeAndErrorsPassWithoutTheJvmsWarning() throws IOException {
    Finished wrong = Program.run("listen", "--bitz", "8");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).singleElement().asString().contains("--bitz", "did you mean --bits?");
  }

  @Test
  void missingJavaIsOneLine() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool : List.of("env", "bash", "dirname", "readlink")) {
      Files.createSymbolicLink(bin.resolve(tool), Tool.find(tool).orElseThrow());
    }
    Finished none =
        finish(Program.LAUNCHER, Map.of("PATH", bin.toString(), "JAVA_HOME", ""), "--version");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).singleElement().asString().contains("no Java found", "17");
  }

  @Test
  void wrongJavaHomeIsOneLine() throws IOException {
    Finished wrong = finish(Program.LAUNCHER, Map.of("JAVA_HOME", folder.toString()), "--version");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).singleElement().asString().contains("JAVA_HOME", folder.toString());
  }

  @Test
  void olderJavaIsOneLine() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.20\" 2023-07-18' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Finished old = finish(Program.LAUNCHER, Map.of("JAVA_HOME", folder.toString()), "--version");
    assertThat(old.exitCode()).isEqualTo(1);
    assertThat(old.err()).singleElement().asString().contains("older than 17", "11.0.20");
  }

  private static Finished finish(
      Path launcher, Map<String, String> environment, String... arguments) throws IOException {
    try (Program program = Program.start(launcher, environment, arguments)) {
      return program.finish();
    }
  }
}
